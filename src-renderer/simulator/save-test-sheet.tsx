import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { newRecordId } from '../../src-shared/document/ids.ts'
import { MAX_TEST_STEPS, type TestStep } from '../../src-shared/document/testcase.ts'
import type { Simulation } from '../../src-shared/runtime/simulation.ts'
import { holdsSecret, recordTestcase } from '../../src-shared/testing/record-testcase.ts'
import { newId } from '../state/open-bot.ts'
import { putRecord, recordProblem } from '../state/put-record.ts'
import { showLeft } from '../state/show-left.ts'
import { readTags } from '../testing/read-tags.ts'
import { runTests } from '../testing/test-runs.ts'
import { SheetFrame } from './sheet-frame.tsx'
import css from './simulator.module.css'
import { showSheet } from './talk.ts'
import { turnTitle } from './turn-title.ts'

type Match = TestStep['match']

/** Keeps the conversation up to the present turn as a test of the bot. */
export function SaveTestSheet({
  document,
  simulation,
}: Readonly<{ document: BotDocument; simulation: Simulation }>) {
  const { t } = useTranslation()
  const first = simulation.turns[0]
  const [name, setName] = useState(() => (first ? turnTitle(t, document, first).slice(0, 80) : ''))
  const [tags, setTags] = useState('')
  const [match, setMatch] = useState<Match>('loose')
  const [id] = useState(() => newRecordId('testcase', newId))
  const test = recordTestcase(simulation, { id, name: name.trim(), tags: readTags(tags), match })
  const isLong = simulation.turns.length > MAX_TEST_STEPS
  const problem = isLong ? t('tests.tooLong', { count: MAX_TEST_STEPS }) : recordProblem(test)
  const save = () => {
    if (!putRecord(test, { key: 'tests.edit.add', name: test.name })) return
    showSheet(null)
    showLeft('tests')
    runTests([id])
  }
  return (
    <SheetFrame title={t('tests.save')} action={t('tests.saveIt')} canSend={problem === null} onSend={save}>
      <TextInput
        size="xs"
        label={t('tests.name')}
        value={name}
        error={name.trim() === '' ? null : problem}
        onChange={event => setName(event.currentTarget.value)}
      />
      <div className={css.pair}>
        <TextInput
          size="xs"
          label={t('tests.tags')}
          placeholder={t('tests.tagsHint')}
          value={tags}
          onChange={event => setTags(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label={t('tests.match')}
          value={match}
          data={(['loose', 'exact'] as const).map(value => ({ value, label: t(`tests.matches.${value}`) }))}
          onChange={event => setMatch(event.currentTarget.value as Match)}
        />
      </div>
      <p className={css.hint}>{t(`tests.matchHint.${match}`)}</p>
      {holdsSecret(simulation) && <p className={css.hint}>{t('tests.secret')}</p>}
    </SheetFrame>
  )
}

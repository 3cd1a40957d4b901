import { NativeSelect, NumberInput, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { CallAnswer } from '../../src-shared/document/surroundings.ts'
import { nameOfBlock } from './name-of-block.ts'
import css from './simulator.module.css'
import { setHost, useTalk } from './talk.ts'

const AS = ['usual', 'answer', 'timeout', 'unreachable'] as const
const FIRST_ANSWER: CallAnswer = { is: 'answer', status: 200, body: '{}' }

/** What the calls of each block come to, where that is not what holds for all. */
export function CallAnswers({ document }: { document: BotDocument }) {
  const blocks = [...document.all('block')].filter(({ kind }) => kind === 'apiCall')
  return blocks.map(({ id }) => <OneBlock key={id} document={document} block={id} />)
}

function OneBlock({ document, block }: Readonly<{ document: BotDocument; block: BlockId }>) {
  const { t } = useTranslation()
  const calls = useTalk(state => state.host.calls) ?? {}
  const answer = calls[block]
  const change = (next: CallAnswer | null) => {
    const { [block]: _, ...others } = calls
    setHost({ calls: next ? { ...others, [block]: next } : others })
  }
  const pick = (as: (typeof AS)[number]) => {
    if (as === 'usual') change(null)
    else if (as === 'answer') change(FIRST_ANSWER)
    else change({ is: as })
  }
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('simulator.setup.call', { block: nameOfBlock(t, document, block) })}
        value={answer?.is ?? 'usual'}
        data={AS.map(value => ({ value, label: t(`simulator.setup.callAs.${value}`) }))}
        onChange={event => pick(event.currentTarget.value as (typeof AS)[number])}
      />
      {answer?.is === 'answer' && (
        <div className={css.answer}>
          <NumberInput
            size="xs"
            label={t('simulator.setup.status')}
            min={100}
            max={599}
            clampBehavior="strict"
            allowDecimal={false}
            hideControls
            value={answer.status}
            onChange={status => typeof status === 'number' && status >= 100 && change({ ...answer, status })}
          />
          <Textarea
            size="xs"
            label={t('simulator.setup.body')}
            autosize
            minRows={1}
            maxRows={5}
            maxLength={100_000}
            spellCheck={false}
            value={answer.body}
            onChange={event => change({ ...answer, body: event.currentTarget.value })}
          />
        </div>
      )}
    </>
  )
}

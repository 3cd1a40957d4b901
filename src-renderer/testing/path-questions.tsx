import { Button, Checkbox, NumberInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { BlockPicker } from '../inspector/fields/block-picker.tsx'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import css from '../panels/panels.module.css'
import { nameOfBlock } from '../simulator/name-of-block.ts'
import { type Answer, answerSearch, PATH_QUESTIONS, type PathQuestion } from './answer-search.ts'
import { PathAnswer } from './path-answer.tsx'
import { runSearch } from './run-search.ts'
import own from './tests.module.css'

const NO_BLOCK = 'block_none' as BlockId
const USUAL: PathQuestion = {
  is: 'near',
  within: 3,
  words: true,
  goal: null,
  withoutBlock: null,
  withoutVariable: '',
  entry: '',
  depth: 6,
}

/** Questions about all conversations a bot can have, answered with one to play. */
export function PathQuestions({ document }: { document: BotDocument }) {
  const { t } = useTranslation()
  const [question, setQuestion] = useState(USUAL)
  const [looking, setLooking] = useState<number | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const cancel = useRef(() => {})
  useEffect(() => () => cancel.current(), [])
  const change = (part: Partial<PathQuestion>) => {
    setQuestion(before => ({ ...before, ...part }))
    setAnswer(null)
  }
  const stop = () => {
    cancel.current()
    setLooking(null)
  }
  const ask = () => {
    cancel.current()
    setAnswer(null)
    setLooking(0)
    cancel.current = runSearch(answerSearch(document, question), {
      onProgress: setLooking,
      onDone: found => {
        setLooking(null)
        setAnswer(found)
      },
    })
  }
  return (
    <section className={own.part} aria-label={t('tests.ask.title')}>
      <h3 className={css.group}>{t('tests.ask.title')}</h3>
      <ChoiceSelect
        label={t('tests.ask.question')}
        quiet
        value={question.is}
        options={PATH_QUESTIONS.map(value => ({ value, label: t(`tests.ask.questions.${value}`) }))}
        onPick={is => change({ is })}
      />
      <Fields document={document} question={question} change={change} />
      <div className={own.buttons}>
        {looking === null ? (
          <Button
            size="compact-xs"
            variant="default"
            disabled={question.is === 'reach' && question.goal === null}
            onClick={ask}
          >
            {t('tests.ask.go')}
          </Button>
        ) : (
          <>
            <Button size="compact-xs" variant="default" onClick={stop}>
              {t('tests.ask.stop')}
            </Button>
            <span className={css.note}>{t('tests.ask.looking', { count: looking })}</span>
          </>
        )}
      </div>
      <div role="status">{answer && <PathAnswer document={document} answer={answer} />}</div>
    </section>
  )
}

type FieldsProps = Readonly<{
  document: BotDocument
  question: PathQuestion
  change: (part: Partial<PathQuestion>) => void
}>

function Fields({ document, question, change }: FieldsProps) {
  const { t } = useTranslation()
  const turns = (label: string, value: number, most: number, put: (value: number) => void) => (
    <NumberInput
      size="xs"
      label={label}
      min={1}
      max={most}
      clampBehavior="strict"
      allowDecimal={false}
      value={value}
      onChange={next => typeof next === 'number' && next >= 1 && put(next)}
    />
  )
  const block = (label: string, value: BlockId | null, put: (value: BlockId | null) => void) => (
    <BlockPicker label={label} path={[]} value={value} except={NO_BLOCK} onPick={put} />
  )
  switch (question.is) {
    case 'near':
      return (
        <>
          {turns(t('tests.ask.within'), question.within, 100, within => change({ within }))}
          <Checkbox
            size="xs"
            label={t('tests.ask.words')}
            checked={question.words}
            onChange={event => change({ words: event.currentTarget.checked })}
          />
        </>
      )
    case 'reach':
      return (
        <>
          {block(t('tests.ask.goal'), question.goal, goal => change({ goal }))}
          {block(t('tests.ask.withoutBlock'), question.withoutBlock, withoutBlock =>
            change({ withoutBlock }),
          )}
          <ChoiceSelect
            label={t('tests.ask.withoutVariable')}
            value={question.withoutVariable}
            options={[
              { value: '', label: t('tests.ask.anyVariable') },
              ...[...document.all('variable')]
                .map(({ name }) => ({ value: name, label: name }))
                .sort((a, b) => (a.label < b.label ? -1 : 1)),
            ]}
            onPick={withoutVariable => change({ withoutVariable })}
          />
        </>
      )
    case 'deadEnds':
      return null
    case 'menus':
      return (
        <>
          <ChoiceSelect
            label={t('tests.ask.from')}
            value={question.entry}
            options={[
              { value: '', label: t('tests.ask.allEntries') },
              ...[...document.all('block')]
                .filter(({ kind }) => kind === 'entry')
                .map(({ id }) => ({ value: id as string, label: nameOfBlock(t, document, id) })),
            ]}
            onPick={entry => change({ entry })}
          />
          {turns(t('tests.ask.depth'), question.depth, 30, depth => change({ depth }))}
        </>
      )
  }
}

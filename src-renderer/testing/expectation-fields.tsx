import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { fitValue } from '../../src-shared/blocks/fit-value.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { type Expectation, MESSAGE_FITS, type TestcaseRecord } from '../../src-shared/document/testcase.ts'
import { changeExpectation, moveExpectation, removeExpectation } from '../../src-shared/edit/edit-test.ts'
import type { Value } from '../../src-shared/kit/value.ts'
import { BlockPicker } from '../inspector/fields/block-picker.tsx'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { changeTest } from './change-test.ts'
import own from './tests.module.css'

const KINDS = ['message', 'variable', 'block', 'state', 'handover'] as const
const STATES = ['asleep', 'open', 'closed', 'withAgent'] as const
/** As the step says, or otherwise for this message. */
const FITS = ['step', ...MESSAGE_FITS] as const
const NO_BLOCK = 'block_none' as BlockId

type Place = Readonly<{ at: number; index: number; count: number }>
type Props = Readonly<{
  document: BotDocument
  test: TestcaseRecord
  place: Place
  expectation: Expectation
}>

/** Of a bot without variables or blocks, a message: there is nothing else to expect. */
export function newExpectation(is: Expectation['is'], document?: BotDocument): Expectation {
  switch (is) {
    case 'message':
      return { is, text: '', fit: 'any' }
    case 'variable': {
      const [variable] = document?.all('variable') ?? []
      return variable ? { is, name: variable.name, value: null } : newExpectation('message')
    }
    case 'block': {
      const [block] = document?.all('block') ?? []
      return block ? { is, block: block.id } : newExpectation('message')
    }
    case 'state':
      return { is, state: 'closed', block: null }
    case 'handover':
      return { is, skill: null }
  }
}

/** One thing that is to come of a step: a message, a value, a block that runs, where the conversation is, a person. */
export function ExpectationFields({ document, test, place, expectation }: Props) {
  const { t } = useTranslation()
  const { at, index, count } = place
  const put = (next: Expectation) =>
    changeTest(test.id, present => changeExpectation(present, at, { index, expectation: next }))
  const move = (by: number) => changeTest(test.id, present => moveExpectation(present, at, { index, by }))
  const number = index + 1
  return (
    <fieldset className={own.expectation}>
      <legend>{t('tests.expect.title', { number })}</legend>
      <div className={own.expectationHead}>
        <IconButton label={t('tests.expect.up', { number })} disabled={index === 0} onClick={() => move(-1)}>
          <IconArrowUp size={14} />
        </IconButton>
        <IconButton
          label={t('tests.expect.down', { number })}
          disabled={index === count - 1}
          onClick={() => move(1)}
        >
          <IconArrowDown size={14} />
        </IconButton>
        <IconButton
          label={t('tests.expect.remove', { number })}
          onClick={() => changeTest(test.id, present => removeExpectation(present, at, index))}
        >
          <IconTrash size={14} />
        </IconButton>
      </div>
      <ChoiceSelect
        label={t('tests.expect.what')}
        quiet
        value={expectation.is}
        options={KINDS.map(value => ({ value, label: t(`tests.expect.kind.${value}`) }))}
        onPick={is => is !== expectation.is && put(newExpectation(is, document))}
      />
      <Details
        document={document}
        field={`${test.id}/${at}/expected/${index}`}
        expectation={expectation}
        put={put}
      />
    </fieldset>
  )
}

type DetailsProps = Readonly<{
  document: BotDocument
  field: string
  expectation: Expectation
  put: (next: Expectation) => boolean
}>

function Details({ document, field, expectation, put }: DetailsProps) {
  const { t } = useTranslation()
  switch (expectation.is) {
    case 'message':
      return <MessageFields field={field} expectation={expectation} put={put} />
    case 'variable': {
      const { name, value } = expectation
      const names = [...new Set([name, ...[...document.all('variable')].map(each => each.name).sort()])]
      const type = document.variableNamed(name)?.valueType ?? 'text'
      return (
        <>
          <ChoiceSelect
            label={t('tests.expect.variable')}
            value={name}
            options={names.map(each => ({ value: each, label: each }))}
            onPick={next => put({ ...expectation, name: next })}
          />
          <DraftInput
            key={`${field}/value`}
            field={`${field}/value`}
            label={t('tests.expect.value')}
            hint={t('tests.expect.valueHint')}
            value={value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)}
            commit={text => put({ ...expectation, value: readValue(text, type) as typeof value })}
          />
        </>
      )
    }
    case 'block':
      return (
        <BlockPicker
          label={t('tests.expect.block')}
          path={[]}
          value={expectation.block}
          except={NO_BLOCK}
          onPick={block => block && put({ ...expectation, block })}
        />
      )
    case 'state':
      return (
        <>
          <ChoiceSelect
            label={t('tests.expect.state')}
            value={expectation.state}
            options={STATES.map(value => ({ value, label: t(`tests.difference.state.${value}`) }))}
            onPick={state =>
              put({ ...expectation, state, block: state === 'open' ? expectation.block : null })
            }
          />
          {expectation.state === 'open' && (
            <BlockPicker
              label={t('tests.expect.waits')}
              path={[]}
              value={expectation.block}
              except={NO_BLOCK}
              onPick={block => put({ ...expectation, block })}
            />
          )}
        </>
      )
    case 'handover':
      return (
        <DraftInput
          key={`${field}/skill`}
          field={`${field}/skill`}
          label={t('tests.expect.skill')}
          hint={t('tests.expect.skillHint')}
          value={expectation.skill ?? ''}
          commit={text => put({ ...expectation, skill: text.trim() || null })}
        />
      )
  }
}

type MessageProps = Readonly<{
  field: string
  expectation: Extract<Expectation, { is: 'message' }>
  put: (next: Expectation) => boolean
}>

function MessageFields({ field, expectation, put }: MessageProps) {
  const { t } = useTranslation()
  const { fit, ...rest } = expectation
  return (
    <>
      <ChoiceSelect
        label={t('tests.expect.fit')}
        value={fit ?? 'step'}
        options={FITS.map(value => ({ value, label: t(`tests.expect.fits.${value}`) }))}
        onPick={next => put(next === 'step' ? rest : { ...rest, fit: next })}
      />
      {fit !== 'any' && (
        <DraftInput
          key={`${field}/text`}
          field={`${field}/text`}
          label={t('tests.expect.text')}
          multiline
          value={expectation.text}
          commit={text => put({ ...expectation, text })}
        />
      )}
      <DraftInput
        key={`${field}/options`}
        field={`${field}/options`}
        label={t('tests.expect.options')}
        hint={t('tests.expect.optionsHint')}
        multiline
        value={(expectation.options ?? []).join('\n')}
        commit={text => {
          const options = text.split('\n').filter(line => line.trim() !== '')
          const { options: _, ...without } = expectation
          return put(options.length > 0 ? { ...without, options } : without)
        }}
      />
    </>
  )
}

/** What is typed, as the variable would hold it; empty for a variable without a value. */
function readValue(text: string, type: 'text' | 'number' | 'boolean' | 'date' | 'list'): Value {
  if (text.trim() === '') return null
  if (type === 'text' || type === 'date') return text
  try {
    const read: unknown = JSON.parse(text)
    return fitValue(read as Value, type) ?? text
  } catch {
    return text
  }
}

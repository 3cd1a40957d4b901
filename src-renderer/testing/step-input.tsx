import { useTranslation } from 'react-i18next'
import { FILE_KINDS } from '../../src-shared/blocks/file-input.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { TestcaseRecord, TestStep } from '../../src-shared/document/testcase.ts'
import { changeStep } from '../../src-shared/edit/edit-test.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import { entriesOf } from '../simulator/entries-of.ts'
import { nameOfBlock } from '../simulator/name-of-block.ts'
import { readValueLines } from '../simulator/read-value-lines.ts'
import { changeTest } from './change-test.ts'
import { DurationField } from './duration-field.tsx'
import { inputOfKind, kindOfStep, STEP_KINDS } from './step-kinds.ts'

type Offered = Readonly<{ id: string; label: string }>
type Props = Readonly<{
  document: BotDocument
  test: TestcaseRecord
  step: TestStep
  at: number
  /** What the bot offered to tap in the step before. */
  offered: readonly Offered[]
}>

/** What happens in a step, and how long after the one before. */
export function StepInput({ document, test, step, at, offered }: Props) {
  const { t } = useTranslation()
  const kind = kindOfStep(step.input)
  const put = (input: TestStep['input']) => changeTest(test.id, present => changeStep(present, at, { input }))
  const kinds = STEP_KINDS.filter(each => each === kind || inputOfKind(each, document, offered) !== null)
  const all = kind === 'other' ? (['other', ...kinds] as const) : kinds
  return (
    <>
      <ChoiceSelect
        label={t('tests.step.what')}
        value={kind}
        options={all.map(value => ({ value, label: t(`tests.step.kind.${value}`) }))}
        onPick={next => {
          const input = inputOfKind(next, document, offered)
          if (input && next !== kind) put(input)
        }}
      />
      <Details
        document={document}
        field={`${test.id}/${at}`}
        input={step.input}
        offered={offered}
        put={put}
      />
      <DurationField
        key={`${test.id}/${at}/after`}
        field={`${test.id}/${at}/after`}
        label={t('tests.step.after')}
        value={step.afterMs}
        commit={afterMs => changeTest(test.id, present => changeStep(present, at, { afterMs }))}
      />
    </>
  )
}

type DetailsProps = Readonly<{
  document: BotDocument
  field: string
  input: TestStep['input']
  offered: readonly Offered[]
  put: (input: TestStep['input']) => boolean
}>

function Details({ document, field, input, offered, put }: DetailsProps) {
  const { t } = useTranslation()
  const line = (name: string, label: string, value: string, commit: (text: string) => boolean) => (
    <DraftInput
      key={`${field}/${name}`}
      field={`${field}/${name}`}
      label={label}
      value={value}
      commit={commit}
    />
  )
  switch (input.type) {
    case 'message': {
      if (input.option !== undefined) {
        const options = offered.some(({ id }) => id === input.option)
          ? offered
          : [{ id: input.option, label: input.text }, ...offered]
        return (
          <ChoiceSelect
            label={t('tests.step.option')}
            value={input.option}
            options={options.map(({ id, label }) => ({ value: id, label }))}
            onPick={option =>
              put({ ...input, option, text: options.find(({ id }) => id === option)?.label ?? input.text })
            }
          />
        )
      }
      const { location, files } = input
      if (location)
        return (
          <DraftInput
            key={`${field}/location`}
            field={`${field}/location`}
            label={t('tests.step.place')}
            value={`${location.latitude}, ${location.longitude}`}
            check={text => (readPlace(text) ? null : t('tests.step.notPlace'))}
            commit={text => put({ ...input, location: { ...location, ...readPlace(text) } })}
          />
        )
      const file = files?.[0]
      if (file)
        return (
          <>
            <ChoiceSelect
              label={t('simulator.sheet.kind')}
              value={file.kind}
              options={FILE_KINDS.map(value => ({ value, label: t(`simulator.part.media.${value}`) }))}
              onPick={kind => put({ ...input, files: [{ ...file, kind }] })}
            />
            {line('file', t('simulator.sheet.fileName'), file.name, name =>
              put({ ...input, files: [{ ...file, name }] }),
            )}
          </>
        )
      return line('text', t('tests.step.text'), input.text, text => put({ ...input, text }))
    }
    case 'agent':
      if (input.action === 'close') return null
      return line('agent', t('tests.step.text'), input.text, text => put({ ...input, text }))
    case 'effect':
      return (
        <ChoiceSelect
          label={t('tests.step.outcome')}
          value={input.result.outcome === 'accepted' ? 'accepted' : 'failed'}
          options={(['accepted', 'failed'] as const).map(value => ({
            value,
            label: t(`tests.step.outcomes.${value}`),
          }))}
          onPick={outcome =>
            put({
              ...input,
              result:
                outcome === 'accepted' ? { outcome } : { outcome, message: t('tests.step.outcomes.failed') },
            })
          }
        />
      )
    case 'event':
    case 'proactive': {
      const values = (
        <DraftInput
          key={`${field}/values`}
          field={`${field}/values`}
          label={t('simulator.sheet.values')}
          hint={t('simulator.sheet.valuesHint')}
          multiline
          value={Object.entries(input.values ?? {})
            .map(([name, value]) => `${name} = ${value ?? ''}`)
            .join('\n')}
          check={text => {
            const { wrong } = readValueLines(text)
            return wrong === null ? null : t('tests.step.notValue', { line: wrong })
          }}
          commit={text => {
            const { values: _, ...rest } = input
            const { values } = readValueLines(text)
            return put(Object.keys(values).length > 0 ? { ...rest, values: { ...values } } : rest)
          }}
        />
      )
      if (input.type === 'proactive') return values
      return (
        <>
          {line('event', t('simulator.sheet.eventName'), input.name, name => put({ ...input, name }))}
          {values}
        </>
      )
    }
    case 'referral':
      return line('ref', t('tests.step.ref'), input.ref, ref => put({ ...input, ref }))
    case 'schedule':
      return (
        <ChoiceSelect
          label={t('tests.step.entry')}
          value={input.entry}
          options={entriesOf(document, 'schedule').map(({ id }) => ({
            value: id,
            label: nameOfBlock(t, document, id),
          }))}
          onPick={entry => put({ ...input, entry })}
        />
      )
    case 'delivery':
    case 'time':
      return null
  }
}

function readPlace(text: string): Readonly<{ latitude: number; longitude: number }> | null {
  const [latitude = Number.NaN, longitude = Number.NaN, ...more] = text.split(',').map(Number)
  const fits = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && more.length === 0
  return fits ? { latitude, longitude } : null
}

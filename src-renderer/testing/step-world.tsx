import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { CallAnswer, Surroundings } from '../../src-shared/document/surroundings.ts'
import type { TestcaseRecord, TestStep } from '../../src-shared/document/testcase.ts'
import { changeStep, leaveSurroundings } from '../../src-shared/edit/edit-test.ts'
import { USUAL_HOST } from '../../src-shared/runtime/simulated-host.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import { nameOfBlock } from '../simulator/name-of-block.ts'
import { changeTest } from './change-test.ts'
import own from './tests.module.css'

type Props = Readonly<{ document: BotDocument; test: TestcaseRecord; step: TestStep; at: number }>

const AS = ['usual', 'answer', 'timeout', 'unreachable'] as const

/** How agents and other systems behave from a step on, where that changes there. */
export function StepWorld({ document, test, step, at }: Props) {
  const { t } = useTranslation()
  const { surroundings } = step
  const before = test.steps.slice(0, at).findLast(each => each.surroundings)?.surroundings ?? USUAL_HOST
  const put = (part: Partial<Surroundings>) =>
    changeTest(test.id, present => {
      const world = { ...(present.steps[at]?.surroundings ?? before), ...part }
      return changeStep(present, at, { surroundings: world })
    })
  const toggle = (changes: boolean) =>
    changes ? put({}) : changeTest(test.id, present => leaveSurroundings(present, at))
  return (
    <>
      <Checkbox
        size="xs"
        label={t('tests.step.world')}
        checked={surroundings !== undefined}
        onChange={event => toggle(event.currentTarget.checked)}
      />
      {surroundings && (
        <div className={own.world}>
          <ChoiceSelect
            label={t('simulator.setup.agents')}
            value={surroundings.agents}
            options={(['online', 'offline', 'failing'] as const).map(value => ({
              value,
              label: t(`simulator.setup.agent.${value}`),
            }))}
            onPick={agents => put({ agents })}
          />
          <ChoiceSelect
            label={t('simulator.setup.handover')}
            value={surroundings.handover}
            options={(['accepted', 'failing', 'ask'] as const).map(value => ({
              value,
              label: t(`simulator.setup.handovers.${value}`),
            }))}
            onPick={handover => put({ handover })}
          />
          <ChoiceSelect
            label={t('simulator.setup.http')}
            value={surroundings.http}
            options={(['mock', 'timeout', 'failing', 'error'] as const).map(value => ({
              value,
              label: t(`simulator.setup.calls.${value}`),
            }))}
            onPick={http => put({ http })}
          />
          {[...document.all('block')]
            .filter(({ kind }) => kind === 'apiCall')
            .map(({ id }) => (
              <CallFields
                key={id}
                label={t('simulator.setup.call', { block: nameOfBlock(t, document, id) })}
                field={`${test.id}/${at}/${id}`}
                answer={surroundings.calls?.[id] ?? null}
                put={answer => put({ calls: withAnswer(surroundings.calls ?? {}, id, answer) })}
              />
            ))}
        </div>
      )}
    </>
  )
}

function withAnswer(
  calls: NonNullable<Surroundings['calls']>,
  block: BlockId,
  answer: CallAnswer | null,
): NonNullable<Surroundings['calls']> {
  const { [block]: _, ...others } = calls
  return answer ? { ...others, [block]: answer } : others
}

type CallProps = Readonly<{
  label: string
  field: string
  answer: CallAnswer | null
  put: (answer: CallAnswer | null) => boolean
}>

function CallFields({ label, field, answer, put }: CallProps) {
  const { t } = useTranslation()
  const pick = (as: (typeof AS)[number]) => {
    if (as === 'usual') put(null)
    else if (as === 'answer') put({ is: 'answer', status: 200, body: '{}' })
    else put({ is: as })
  }
  const isStatus = (text: string) => /^[1-5]\d\d$/.test(text.trim())
  return (
    <>
      <ChoiceSelect
        label={label}
        value={answer?.is ?? 'usual'}
        options={AS.map(value => ({ value, label: t(`simulator.setup.callAs.${value}`) }))}
        onPick={pick}
      />
      {answer?.is === 'answer' && (
        <>
          <DraftInput
            key={`${field}/status`}
            field={`${field}/status`}
            label={t('simulator.setup.status')}
            numeric
            value={String(answer.status)}
            check={text => (isStatus(text) ? null : t('inspector.field.between', { min: 100, max: 599 }))}
            commit={text => put({ ...answer, status: Number(text) })}
          />
          <DraftInput
            key={`${field}/body`}
            field={`${field}/body`}
            label={t('simulator.setup.body')}
            multiline
            mono
            value={answer.body}
            commit={body => put({ ...answer, body })}
          />
        </>
      )}
    </>
  )
}

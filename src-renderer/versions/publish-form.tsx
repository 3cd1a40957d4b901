import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoredVersion } from '../../src-shared/ipc/contract.ts'
import type { EngineAccount } from '../../src-shared/ipc/engine-calls.ts'
import type { PublishJob } from '../../src-shared/ipc/publish-calls.ts'
import type { Fault } from '../../src-shared/kit/result.ts'
import { type Activation, activationOf } from '../../src-shared/onboarding/activation.ts'
import { flushDrafts } from '../state/drafts.ts'
import { useDocument } from '../state/edits.ts'
import { useVersions } from '../state/versions.ts'
import { Actions } from './dialog-frame.tsx'
import { FaultMessage } from './fault-message.tsx'
import { OpenJobs } from './open-jobs.tsx'
import { PlanSteps } from './plan-steps.tsx'
import { planWords } from './plan-words.ts'
import { PublishChecks, useHindrances } from './publish-checks.tsx'
import type { Choice, PublishPlan } from './publish-plan.ts'
import { PublishSteps } from './publish-steps.tsx'
import { isHeldBack, PublishTestsPart, usePublishTests } from './publish-tests.tsx'
import type { Wish } from './publishing.ts'
import { runPlan } from './run-plan.ts'
import { StageChoice } from './stage-choice.tsx'
import { type EngineStatus, useEngineStatus } from './use-engine-status.ts'
import { usePlan } from './use-plan.ts'
import { type Published, usePublished } from './use-published.ts'
import css from './versions.module.css'
import { useWorkingHash } from './working-hash.ts'
import { type WorkingState, workingState } from './working-state.ts'

type Props = Readonly<{
  engine: EngineAccount
  wish: Wish
  onClose: () => void
  onPassphrase: () => void
  onBegun: (jobs: readonly PublishJob[]) => void
}>

/** Which version goes to the engine, whether it goes live, and what that will do. */
export function PublishForm({ engine, wish, onClose, onPassphrase, onBegun }: Props) {
  const versions = useVersions(state => state.versions)
  const working = workingState(versions, useWorkingHash())
  const onEngine = useEngineStatus(engine.id)
  const { plan, choice, setPicked, activate, setActivate, stage, isFilledIn } = usePlan(
    wish,
    working,
    onEngine,
  )
  useEffect(flushDrafts, [])
  const published = usePublished(plan)
  const tests = usePublishTests(plan, published)
  const activation = useActivation(plan, published)
  const [reason, setReason] = useState('')
  const mayGo =
    published.state !== 'reading' &&
    isFilledIn &&
    !activation?.isHeld &&
    tests.state !== 'playing' &&
    (!isHeldBack(tests) || reason.trim() !== '')
  const isReady = working.state !== 'unknown' && (onEngine.status !== undefined || onEngine.fault !== null)
  return (
    <>
      <OpenJobs onGo={onClose} onPassphrase={onPassphrase} />
      <VersionSelect versions={versions} working={working} choice={choice} onPick={setPicked} />
      <ActivateChoice isChecked={activate} onChange={setActivate} />
      {stage && <StageChoice choice={stage} />}
      <StatusLine engine={engine} onEngine={onEngine} onPassphrase={onPassphrase} />
      <PlanSteps plan={plan} engine={engine.name} />
      <PublishChecks isWorking={plan.saves} onGo={onClose} />
      <PublishTestsPart tests={tests} reason={reason} onReason={setReason} onGo={onClose} />
      {activation && <PublishSteps activation={activation} plan={plan} onGo={onClose} />}
      <Begin
        plan={plan}
        engine={engine}
        isReady={isReady && mayGo}
        reason={isHeldBack(tests) ? reason.trim() : ''}
        onClose={onClose}
        onBegun={onBegun}
      />
    </>
  )
}

/** On which channels a plan with an activation goes live; null where it has none, or that is not known yet. */
function useActivation({ activates, stages }: PublishPlan, published: Published): Activation | null {
  const present = useDocument()
  if (!(activates || stages) || !present || published.state !== 'read') return null
  return activationOf(published.document, present)
}

type SelectProps = Readonly<{
  versions: readonly StoredVersion[]
  working: WorkingState
  choice: Choice
  onPick: (choice: Choice) => void
}>

const WORKING = 'working'

function VersionSelect({ versions, working, choice, onPick }: SelectProps) {
  const { t } = useTranslation()
  const hasWorking = working.state === 'changed' || working.state === 'unsaved' || choice.type === 'working'
  const saved = versions.toReversed().map(({ version, state }) => ({
    value: version,
    label: t('versions.publish.item', { version, state: t(`versions.state.${state}`) }),
  }))
  const now = { value: WORKING, label: t('versions.publish.working', { version: working.next }) }
  return (
    <NativeSelect
      size="xs"
      label={t('versions.publish.version')}
      value={choice.type === 'working' ? WORKING : choice.version}
      data={hasWorking ? [now, ...saved] : saved}
      onChange={({ currentTarget: { value } }) =>
        onPick(value === WORKING ? { type: 'working' } : { type: 'version', version: value })
      }
    />
  )
}

function ActivateChoice({
  isChecked,
  onChange,
}: {
  isChecked: boolean
  onChange: (activate: boolean) => void
}) {
  const { t } = useTranslation()
  return (
    <Checkbox
      size="xs"
      label={t('versions.publish.activate')}
      description={t('versions.publish.activateHint')}
      checked={isChecked}
      onChange={event => onChange(event.currentTarget.checked)}
    />
  )
}

type StatusProps = Readonly<{ engine: EngineAccount; onEngine: EngineStatus; onPassphrase: () => void }>

function StatusLine({ engine, onEngine: { fault, reload }, onPassphrase }: StatusProps) {
  const { t } = useTranslation()
  if (!fault) return null
  const isLocked = fault.code === 'secret/unavailable'
  return (
    <p className={css.counts}>
      {t('versions.publish.unknown', { engine: engine.name, message: fault.message })}{' '}
      <button type="button" className={css.link} onClick={isLocked ? onPassphrase : () => void reload()}>
        {t(isLocked ? 'versions.job.passphrase' : 'versions.tryAgain')}
      </button>
    </p>
  )
}

type BeginProps = Pick<Props, 'engine' | 'onClose' | 'onBegun'> &
  Readonly<{
    plan: PublishPlan
    isReady: boolean
    /** Why it is published although tests fail; empty where none does. */
    reason: string
  }>

function Begin({ plan, engine, isReady, reason, onClose, onBegun }: BeginProps) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const hindrances = useHindrances(plan.saves)
  const begin = async () => {
    setBusy(true)
    setFault(null)
    const begun = await runPlan(plan, engine.id, reason)
    setBusy(false)
    if (begun.ok) onBegun(begun.value)
    else setFault(begun)
  }
  return (
    <>
      {fault && <FaultMessage fault={fault} onGo={onClose} />}
      <Actions onCancel={onClose}>
        <Button
          size="xs"
          loading={isBusy}
          disabled={!isReady || plan.nothing !== null || hindrances.length > 0}
          onClick={() => void begin()}
        >
          {t(`versions.publish.action.${planWords(plan)}`, { version: plan.version })}
        </Button>
      </Actions>
    </>
  )
}

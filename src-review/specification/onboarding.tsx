import { blockTitle } from '../../src-renderer/blocks/block-title.ts'
import { stepTitle } from '../../src-renderer/review/step-title.ts'
import { checklistOf } from '../../src-shared/onboarding/checklist.ts'
import { integrationsOf } from '../../src-shared/onboarding/integrations.ts'
import type { Desk } from '../look.ts'
import { Table } from './table.tsx'

/** The checklist and the studies of calls (requirements.md KAL-01, KAL-08), as far as somebody said something of them. */
export function Onboarding({ desk: { t, page } }: Readonly<{ desk: Desk }>) {
  const { document } = page.bots
  const steps = document.count('task') > 0 ? checklistOf(document) : []
  const calls = document.count('study') > 0 ? integrationsOf(document) : []
  const name = t('reviewPage.spec.head.name')
  const field = (member: string) => t(`checklist.field.${member}`)
  const found = (member: string) => t(`checklist.study.${member}`)
  return (
    <>
      <Table
        title={t('checklist.part.checklist')}
        head={[name, field('state'), field('owner'), field('date'), field('note')]}
        rows={steps.map(({ id, step, channel, task: { state, owner, date, note } }) => ({
          id,
          cells: [stepTitle(t, { step, channel }), t(`checklist.state.${state}`), owner, date ?? '', note],
        }))}
      />
      <Table
        title={t('checklist.step.feasibility')}
        head={[
          name,
          found('reachable'),
          found('latency'),
          found('rateLimit'),
          found('verdict'),
          found('note'),
        ]}
        rows={calls.map(({ block, study }) => ({
          id: block.id,
          cells: [
            blockTitle(t, block),
            t(`checklist.study.reachableIs.${study?.reachable ?? 'unknown'}`),
            study?.latencyMs == null ? '' : String(study.latencyMs),
            study?.rateLimit ?? '',
            t(`checklist.study.verdictIs.${study?.verdict ?? 'unknown'}`),
            study?.note ?? '',
          ],
        }))}
      />
    </>
  )
}

import { Popover } from '@mantine/core'
import { IconBan, IconSitemap } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { KINDS, type KindName } from '../../src-shared/blocks/kinds.ts'
import type { BlockId, FlowId } from '../../src-shared/document/ids.ts'
import type { EdgeEnd } from '../../src-shared/document/records.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { cardSummary } from '../canvas/card-summary.ts'
import { connectionRefusal } from '../canvas/connection-refusal.ts'
import { KindTile } from '../canvas/kind-tile.tsx'
import type { Choice, ChoiceGroup } from '../inspector/fields/choices.ts'
import { PickerList } from '../inspector/fields/picker-list.tsx'
import styles from './steps.module.css'
import { stepsActions } from './steps-actions.ts'
import { useStepsView } from './steps-view.ts'
import type { StepModel } from './use-step-model.ts'
import { wayName } from './way-name.ts'

const NOWHERE = 'nowhere'
const NEW = 'new:'

/** The list of where a way can lead: a new step, one of the flow, another flow, or nowhere. */
export function LeadPicker({ model }: Readonly<{ model: StepModel }>) {
  const { t } = useTranslation()
  const picking = useStepsView(view => view.picking)
  const block = picking && model.document.get(picking.from.block)
  if (!picking || !block) return null
  const { from, only, anchor } = picking
  const close = () => useStepsView.setState({ picking: null })
  const label = t('steps.pick.after', {
    way: wayName(t, block, from.port, model.locale),
    number: model.numbers.get(block.id),
    title: blockTitle(t, block),
  })
  const present = model.document.edgeAt(from.block, from.port)?.to ?? null
  return (
    <Popover
      opened
      withRoles={false}
      onChange={opened => {
        if (opened) return
        close()
        anchor.opener?.focus()
      }}
      position="bottom-start"
      width={320}
      offset={4}
      shadow="md"
      transitionProps={{ duration: 0 }}
      trapFocus
    >
      <Popover.Target>
        <span className={styles.anchor} style={{ left: anchor.x, top: anchor.y }} />
      </Popover.Target>
      <Popover.Dropdown p={0} className={styles.picker}>
        <p className={styles.pickerTitle}>{label}</p>
        <PickerList
          key={`${from.block} ${from.port} ${only}`}
          label={label}
          value={only === 'any' ? present : null}
          choices={() => choicesFor(t, model, from, only, present)}
          onPick={value => {
            close()
            take(from, value)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

function take(from: EdgeEnd, value: string): void {
  if (value === NOWHERE) stepsActions.unlead(from)
  else if (value.startsWith(NEW)) stepsActions.insert(value.slice(NEW.length) as KindName, from)
  else if (value.startsWith('flow_')) stepsActions.leadToFlow(from, value as FlowId)
  else stepsActions.lead(from, value as BlockId)
}

function choicesFor(
  t: TFunction,
  model: StepModel,
  from: EdgeEnd,
  only: 'new' | 'any',
  present: BlockId | null,
): readonly ChoiceGroup[] {
  const kinds = KINDS.filter(({ hasInput }) => hasInput).map(
    ({ name }): Choice => ({
      value: NEW + name,
      label: t(`blocks.kind.${name}.name`),
      hint: t(`blocks.kind.${name}.help`),
      icon: <KindTile kind={name} size={22} />,
    }),
  )
  const added = { group: t('steps.pick.kind'), items: kinds }
  if (only === 'new') return [added]
  const nowhere: Choice = {
    value: NOWHERE,
    label: t('steps.pick.nowhere'),
    hint: t('steps.pick.nowhereHint'),
    icon: <IconBan size={16} aria-hidden />,
  }
  return [
    added,
    ...(present ? [{ group: null, items: [nowhere] }] : []),
    { group: t('steps.pick.step'), items: stepChoices(t, model, from) },
    { group: t('steps.pick.flow'), items: flowChoices(t, model) },
  ].filter(({ items }) => items.length > 0)
}

function stepChoices(t: TFunction, { document, numbers, locale }: StepModel, from: EdgeEnd): Choice[] {
  return [...numbers].flatMap(([id, number]) => {
    const block = document.get(id)
    if (!block || connectionRefusal(document, from, id) !== null) return []
    const label = t('steps.step', { number, title: blockTitle(t, block) })
    const hint = cardSummary(t, document, block, locale).split('\n')[0]?.slice(0, 200)
    return [{ value: id, label, hint, icon: <KindTile kind={block.kind} size={22} /> }]
  })
}

function flowChoices(t: TFunction, { document, flow }: StepModel): Choice[] {
  return [...document.all('flow')]
    .filter(({ id }) => id !== flow && document.blocksOf(id).size > 0)
    .map(({ id, name }) => ({
      value: id,
      label: name,
      hint: t('steps.pick.flowHint'),
      icon: <IconSitemap size={16} aria-hidden />,
    }))
}

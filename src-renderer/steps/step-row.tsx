import { ActionIcon } from '@mantine/core'
import { IconDots, IconPlus, IconStarFilled } from '@tabler/icons-react'
import i18next, { type TFunction } from 'i18next'
import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import { portsOf } from '../../src-shared/blocks/way-on.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { cardSummary, hasText } from '../canvas/card-summary.ts'
import { ChipText } from '../canvas/chip-text.tsx'
import { KindTile } from '../canvas/kind-tile.tsx'
import { useWorkbench } from '../state/workbench.ts'
import { Cell } from './cell.tsx'
import { StepProblems } from './step-problems.tsx'
import type { StepLine } from './step-rows.ts'
import { StepWays } from './step-ways.tsx'
import styles from './steps.module.css'
import { portToAddAt, stepsActions } from './steps-actions.ts'
import { anchorAt, announce, useStepsView } from './steps-view.ts'
import type { StepModel } from './use-step-model.ts'

type Props = Readonly<{ model: StepModel; row: StepLine; index: number; isActive: boolean }>

/** One step: its number, what it says, and where it leads. */
export const StepRow = memo(function StepRow({ model, row, index, isActive }: Props) {
  const { t } = useTranslation()
  const { document, locale } = model
  const block = document.get(row.key)
  const glow = useWorkbench(({ trail }) =>
    trail.active === row.key ? 'active' : trail.blocks.has(row.key) ? 'path' : undefined,
  )
  const isSelected = useWorkbench(({ selection }) => selection.blocks.has(row.key))
  if (!block) return null
  const said = cardSummary(t, document, block, locale)
  const isHint = said === '' && hasText(block.kind)
  const text = isHint ? t('canvas.noText') : said
  const title = blockTitle(t, block)
  const { id } = block
  return (
    // biome-ignore lint/a11y/useSemanticElements: the grid is no table, for its rows are placed by hand
    <div
      id={`step-${id}`}
      className={styles.step}
      role="row"
      tabIndex={isActive ? 0 : -1}
      aria-level={2}
      aria-rowindex={index + 1}
      aria-posinset={row.position}
      aria-setsize={row.size}
      aria-selected={isSelected}
      aria-current={glow === 'active' ? 'step' : undefined}
      aria-label={rowName(t, model, row, block, text)}
      data-family={kindNamed(block.kind)?.family}
      data-glow={glow}
      onFocus={() => stepsActions.select(id)}
      onDoubleClick={event => isPlain(event) && stepsActions.edit(id)}
      onContextMenu={event => {
        event.preventDefault()
        const anchor = { x: event.clientX, y: event.clientY, opener: event.currentTarget }
        useStepsView.setState({ menu: { id, anchor } })
      }}
    >
      <Cell className={styles.number}>{row.number}</Cell>
      <Cell className={styles.body}>
        <div className={styles.title}>
          <KindTile kind={block.kind} />
          <span className={styles.name}>{title}</span>
          {block.title && <span className={styles.kind}>{t(`blocks.kind.${block.kind}.name`)}</span>}
          {document.bot.mainMenu === id && (
            <IconStarFilled size={13} className={styles.star} aria-label={t('canvas.mainMenu')} />
          )}
          {glow === 'active' && <span className={styles.waits}>{t('steps.waits')}</span>}
        </div>
        {text !== '' && (
          <p className={styles.text} data-hint={isHint}>
            <ChipText text={text} />
          </p>
        )}
        <StepWays model={model} block={block} number={row.number} isActive={isActive} />
        <StepProblems model={model} id={id} isActive={isActive} />
      </Cell>
      <Cell className={styles.actions}>
        {portsOf(block).length > 0 && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            tabIndex={isActive ? 0 : -1}
            aria-label={t('steps.add')}
            title={t('steps.add')}
            data-control
            onClick={event => addAfter(model, id, event.currentTarget)}
          >
            <IconPlus size={16} />
          </ActionIcon>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          tabIndex={isActive ? 0 : -1}
          aria-label={t('steps.more', { number: row.number, title })}
          aria-haspopup="menu"
          data-control
          onClick={event => useStepsView.setState({ menu: { id, anchor: anchorAt(event.currentTarget) } })}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Cell>
    </div>
  )
})

/** Opens the list of kinds for what shall follow a step. */
export function addAfter({ document }: StepModel, id: BlockRecord['id'], opener: HTMLElement): void {
  const from = portToAddAt(document, id)
  if (from) useStepsView.setState({ picking: { from, only: 'new', anchor: anchorAt(opener) } })
  else announce(i18next.t('steps.said.nothingFollows', { title: blockTitle(i18next.t, document.get(id)) }))
}

function isPlain({ target }: MouseEvent): boolean {
  return target instanceof Element && !target.closest('button')
}

/** What is read out when a step gets the focus: all of it that is not a control. */
function rowName(t: TFunction, model: StepModel, row: StepLine, block: BlockRecord, text: string): string {
  const { document, issues } = model
  const ports = portsOf(block)
  const open = ports.filter(({ id, required }) => required && !document.edgeAt(block.id, id)).length
  const problems = (issues.get(block.id) ?? []).filter(({ severity }) => severity !== 'hint').length
  return [
    t('steps.row.name', { number: row.number, title: blockTitle(t, block) }),
    block.title && t(`blocks.kind.${block.kind}.name`),
    text,
    document.bot.mainMenu === block.id && t('steps.row.main'),
    ports.length > 1 && t('steps.row.ways', { count: ports.length }),
    open > 0 && t('steps.row.open', { count: open }),
    problems > 0 && t('steps.row.problems', { count: problems }),
  ]
    .filter(Boolean)
    .join(', ')
}

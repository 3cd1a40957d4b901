import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconStarFilled } from '@tabler/icons-react'
import { Handle, type NodeProps, Position } from '@xyflow/react'
import type { TFunction } from 'i18next'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { portName } from '../blocks/port-name.ts'
import { useWorkbench } from '../state/workbench.ts'
import { CommentCount } from '../ui/comment-count.tsx'
import styles from './block-card.module.css'
import type { BlockNode } from './block-node.ts'
import { hasPortRows } from './block-size.ts'
import { ChipText } from './chip-text.tsx'
import { KindTile } from './kind-tile.tsx'

/** A block as design/interface.md draws it. Everything it shows comes with `data`, so it is drawn again only when that changes. */
export const BlockCard = memo(function BlockCard({ data, selected }: NodeProps<BlockNode>) {
  const { t } = useTranslation()
  const { block, connected, isMainMenu, isBreakpoint, worst, comments, glow, covered, refused } = data
  const { record, ports, size, summary, hasInput } = block
  const locale = useWorkbench(state => state.locale)
  const rows = hasPortRows(ports)
  const single = rows ? undefined : ports[0]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of the canvas, not of a form
    <div
      id={`card-${record.id}`}
      className={styles.card}
      role="group"
      aria-label={cardName(t, record, summary)}
      data-family={kindNamed(record.kind)?.family}
      data-selected={selected}
      data-glow={glow ?? undefined}
      data-covered={covered ?? undefined}
      data-refused={refused}
      style={{ height: size.height }}
    >
      <div className={styles.header}>
        <KindTile kind={record.kind} />
        <span className={styles.title}>{blockTitle(t, record)}</span>
        {isMainMenu && <IconStarFilled size={13} className={styles.star} aria-label={t('canvas.mainMenu')} />}
        {covered === true && (
          <IconCircleCheck size={15} className={styles.covered} aria-label={t('tests.coverage.covered')} />
        )}
        {covered === false && (
          <IconCircleDashed size={15} className={styles.missed} aria-label={t('tests.coverage.missed')} />
        )}
        {isBreakpoint && (
          <span className={styles.breakpoint} role="img" aria-label={t('canvas.breakpoint')} />
        )}
        <CommentCount count={comments} />
        {worst && (
          <IconAlertTriangle
            size={15}
            className={styles.mark}
            data-severity={worst}
            aria-label={t(`canvas.mark.${worst}`)}
          />
        )}
      </div>
      {size.lines > 0 && (
        <div className={styles.summary} data-lines={size.lines} data-hint={block.isHint}>
          <ChipText text={summary} />
        </div>
      )}
      {rows && (
        <ul className={styles.ports}>
          {ports.map((port, index) => (
            <li key={port.id} className={styles.port} data-role={port.role}>
              {port.role === 'option' && <span className={styles.number}>{index + 1}</span>}
              <span className={styles.portName}>{portName(t, record, port.id, [locale])}</span>
            </li>
          ))}
        </ul>
      )}
      {hasInput && (
        <Handle
          type="target"
          position={Position.Left}
          className={styles.input}
          style={{ top: size.inputY }}
        />
      )}
      {ports.map((port, index) => (
        <Handle
          key={port.id}
          id={port.id}
          type="source"
          position={Position.Right}
          className={styles.output}
          data-open={port.required && !connected.has(port.id)}
          data-connected={connected.has(port.id)}
          style={{ top: size.portY[index] }}
          title={single ? undefined : portName(t, record, port.id, [locale])}
        />
      ))}
    </div>
  )
})

/** What is read out: the title, the kind where the title does not say it, and the first lines. */
function cardName(t: TFunction, record: BlockRecord, summary: string): string {
  const kind = t(`blocks.kind.${record.kind}.name`)
  return [record.title || kind, record.title && kind, summary].filter(Boolean).join(', ')
}

import { Handle, type NodeProps, Position } from '@xyflow/react'
import { IconAlertTriangle, IconStarFilled } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import type { KindName } from '../../src-shared/blocks/kinds.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { KIND_VIEWS } from '../blocks/kind-views.ts'
import { portName } from '../blocks/port-name.ts'
import { useWorkbench } from '../state/workbench.ts'
import { hasPortRows } from './block-size.ts'
import styles from './block-card.module.css'
import type { BlockNode } from './block-node.ts'
import { ChipText } from './chip-text.tsx'

/** A block as design/interface.md draws it. Everything it shows comes with `data`, so it is drawn again only when that changes. */
export const BlockCard = memo(function BlockCard({ data, selected }: NodeProps<BlockNode>) {
  const { t } = useTranslation()
  const { block, connected, isMainMenu, worst, glow, refused } = data
  const { record, ports, size, summary, hasInput } = block
  const locale = useWorkbench(state => state.locale)
  const Icon = KIND_VIEWS[record.kind as KindName]?.icon
  const rows = hasPortRows(ports)
  const single = rows ? undefined : ports[0]
  return (
    <div
      className={styles.card}
      data-family={kindNamed(record.kind)?.family}
      data-selected={selected}
      data-glow={glow ?? undefined}
      data-refused={refused}
      style={{ height: size.height }}
    >
      <div className={styles.header}>
        <span className={styles.tile}>{Icon && <Icon size={16} stroke={1.8} />}</span>
        <span className={styles.title}>{blockTitle(t, record)}</span>
        {isMainMenu && <IconStarFilled size={13} className={styles.star} aria-label={t('canvas.mainMenu')} />}
        {worst && <IconAlertTriangle size={15} className={styles.mark} data-severity={worst} aria-label={t(`canvas.mark.${worst}`)} />}
      </div>
      {size.lines > 0 && (
        <div className={styles.summary} data-lines={size.lines}>
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
      {hasInput && <Handle type="target" position={Position.Left} className={styles.input} style={{ top: size.inputY }} />}
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

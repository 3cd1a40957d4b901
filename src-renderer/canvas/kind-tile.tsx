import { type KindName, kindNamed } from '../../src-shared/blocks/kinds.ts'
import { KIND_VIEWS } from '../blocks/kind-views.ts'
import styles from './kind-tile.module.css'

/** The sign of a kind on its family's colour. */
export function KindTile({ kind, size = 24 }: Readonly<{ kind: string; size?: number }>) {
  const Icon = KIND_VIEWS[kind as KindName]?.icon
  return (
    <span className={styles.tile} data-family={kindNamed(kind)?.family} style={{ width: size, height: size }}>
      {Icon && <Icon size={Math.round(size * 0.68)} stroke={1.8} />}
    </span>
  )
}

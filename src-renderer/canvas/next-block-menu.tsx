import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KINDS, type KindName } from '../../src-shared/blocks/kinds.ts'
import { CARD } from './block-size.ts'
import styles from './canvas.module.css'
import { canvasActions } from './canvas-actions.ts'
import { useCanvasView } from './canvas-view.ts'
import { KindTile } from './kind-tile.tsx'

const close = () => useCanvasView.setState({ next: null })

/** A port was dropped on the empty canvas: the block that shall follow, added and connected in one edit. */
export function NextBlockMenu() {
  const { t } = useTranslation()
  const next = useCanvasView(view => view.next)
  if (!next) return null
  const { from, screen, at } = next
  const add = (kind: KindName) => canvasActions.add(kind, { x: at.x, y: at.y - CARD.header / 2 }, from)
  return (
    <Menu opened onClose={close} position="bottom-start" offset={0} width={200} trapFocus returnFocus>
      <Menu.Target>
        <span className={styles.anchor} style={{ left: screen.x, top: screen.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('canvas.next')}</Menu.Label>
        {KINDS.filter(({ hasInput }) => hasInput).map(({ name }) => (
          <Menu.Item key={name} leftSection={<KindTile kind={name} size={22} />} onClick={() => add(name)}>
            {t(`blocks.kind.${name}.name`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

import { TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KINDS, type KindName } from '../../src-shared/blocks/kinds.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './blocks-panel.module.css'
import { canvasActions } from './canvas-actions.ts'
import { KindTile } from './kind-tile.tsx'
import { KIND_DRAG } from './use-drop-block.ts'

const FAMILIES = ['say', 'ask', 'decide', 'act', 'people'] as const

/** The palette: every kind by family, to be dragged to its place or pressed to be added in the middle of the view. */
export function BlocksPanel() {
  const { t } = useTranslation()
  const [sought, setSought] = useState('')
  const word = sought.trim().toLowerCase()
  const found = KINDS.filter(({ name }) =>
    `${t(`blocks.kind.${name}.name`)} ${t(`blocks.kind.${name}.help`)}`.toLowerCase().includes(word),
  )
  return (
    <Panel title={t('shell.tab.blocks')}>
      <div className={styles.palette}>
        <TextInput
          size="xs"
          aria-label={t('canvas.findBlock')}
          placeholder={t('canvas.findBlock')}
          leftSection={<IconSearch size={14} />}
          value={sought}
          onChange={event => setSought(event.currentTarget.value)}
        />
        {found.length === 0 && <EmptyState text={t('canvas.noBlock', { sought })} />}
        {FAMILIES.map(family => {
          const kinds = found.filter(kind => kind.family === family)
          return kinds.length === 0 ? null : (
            <section key={family} className={styles.family} aria-labelledby={`family-${family}`}>
              <h3 id={`family-${family}`} className={styles.title}>
                {t(`blocks.family.${family}`)}
              </h3>
              {kinds.map(({ name }) => (
                <PaletteKind key={name} kind={name} />
              ))}
            </section>
          )
        })}
      </div>
    </Panel>
  )
}

function PaletteKind({ kind }: { kind: KindName }) {
  const { t } = useTranslation()
  return (
    <UnstyledButton
      className={styles.kind}
      draggable
      data-kind={kind}
      title={t(`blocks.kind.${kind}.help`)}
      onDragStart={event => {
        event.dataTransfer.setData(KIND_DRAG, kind)
        event.dataTransfer.effectAllowed = 'copy'
      }}
      onClick={() => canvasActions.add(kind)}
    >
      <KindTile kind={kind} />
      <span className={styles.name}>{t(`blocks.kind.${kind}.name`)}</span>
    </UnstyledButton>
  )
}

import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { useDocument } from '../state/edits.ts'
import { presentPath, stepOutOfFlow, useFlowPath } from '../state/flow-path.ts'
import { useWorkbench } from '../state/workbench.ts'
import styles from './shell.module.css'

/** More flows than this do not stand side by side; those in the middle go into a menu. */
const MOST_SHOWN = 3

/** The flows one came through to the one that is shown; each leads back to the block that called. */
export function Breadcrumbs() {
  const { t } = useTranslation()
  const document = useDocument()
  useFlowPath()
  useWorkbench(state => state.flow)
  const path = presentPath().map((caller, at) => ({ caller, at }))
  if (!document || path.length === 0) return null
  const isLong = path.length > MOST_SHOWN
  const first = isLong ? path.slice(0, 1) : path
  const hidden = isLong ? path.slice(1, -1) : []
  const last = isLong ? path.slice(-1) : []
  const nameOf = ({ flow }: BlockRecord) => document.get(flow)?.name ?? ''
  const crumb = ({ caller, at }: { caller: BlockRecord; at: number }) => (
    <li key={at}>
      <UnstyledButton
        className={styles.crumb}
        title={t('shell.backTo', { name: blockTitle(t, caller), flow: nameOf(caller) })}
        onClick={() => stepOutOfFlow(at)}
      >
        {nameOf(caller)}
      </UnstyledButton>
      <IconChevronRight size={14} className={styles.quiet} aria-hidden />
    </li>
  )
  return (
    <nav aria-label={t('shell.path')} className={styles.path}>
      <ol>
        {first.map(crumb)}
        {hidden.length > 0 && (
          <li>
            <Menu position="bottom-start" width={220}>
              <Menu.Target>
                <UnstyledButton
                  className={styles.crumb}
                  aria-label={t('shell.morePath', { count: hidden.length })}
                >
                  …
                </UnstyledButton>
              </Menu.Target>
              <Menu.Dropdown mah="60vh" style={{ overflow: 'auto' }}>
                {hidden.map(({ caller, at }) => (
                  <Menu.Item key={at} fz={13} onClick={() => stepOutOfFlow(at)}>
                    {nameOf(caller)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            <IconChevronRight size={14} className={styles.quiet} aria-hidden />
          </li>
        )}
        {last.map(crumb)}
      </ol>
    </nav>
  )
}

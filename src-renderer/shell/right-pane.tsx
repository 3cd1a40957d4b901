import { UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { canvasActions } from '../canvas/canvas-actions.ts'
import { Inspector } from '../inspector/inspector.tsx'
import { type RightTab, useWorkbench } from '../state/workbench.ts'
import { Loading } from '../ui/loading.tsx'
import { moveAmongTabs } from '../ui/move-among-tabs.ts'
import styles from './shell.module.css'

const Simulator = lazy(async () => ({ default: (await import('../simulator/simulator.tsx')).Simulator }))
const TABS: readonly RightTab[] = ['inspector', 'simulator']

/** What is selected, or the bot itself to talk to. The simulator keeps its conversation while the other tab shows. */
export function RightPane() {
  const { t } = useTranslation()
  const tab = useWorkbench(state => state.rightTab)
  return (
    <>
      <div
        className={styles.rightTabs}
        role="tablist"
        aria-label={t('shell.rightParts')}
        onKeyDown={moveAmongTabs}
      >
        {TABS.map(id => (
          <UnstyledButton
            key={id}
            className={styles.rightTab}
            role="tab"
            tabIndex={id === tab ? 0 : -1}
            aria-selected={id === tab}
            onClick={() => useWorkbench.setState({ rightTab: id })}
          >
            {t(`shell.tab.${id}`)}
          </UnstyledButton>
        ))}
      </div>
      <div
        className={styles.rightBody}
        role="tabpanel"
        aria-label={t(`shell.tab.${tab}`)}
        onKeyDown={stepOut}
      >
        <Suspense fallback={<Loading />}>{tab === 'inspector' ? <Inspector /> : <Simulator />}</Suspense>
      </div>
    </>
  )
}

/** Escape steps out, back to the canvas (design/interface.md, Conventions), unless a field had a use for it. */
function stepOut(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  event.preventDefault()
  canvasActions.focus()
}

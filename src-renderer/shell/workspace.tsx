import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Canvas } from '../canvas/canvas.tsx'
import { useWorkbench } from '../state/workbench.ts'
import { Loading } from '../ui/loading.tsx'
import { LeftRail } from './left-rail.tsx'
import styles from './shell.module.css'
import { Splitter } from './splitter.tsx'
import { StatusLine } from './status-line.tsx'
import { TopBar } from './top-bar.tsx'

const RightPane = lazy(async () => ({ default: (await import('./right-pane.tsx')).RightPane }))

/** The open bot: what it is made of, its canvas, and what is selected or tried (design/interface.md, Regions). */
export function Workspace() {
  const { t } = useTranslation()
  const { leftOpen, rightOpen, leftWidth, rightWidth } = useWorkbench(state => state.preferences)
  return (
    <div className={styles.workspace}>
      <TopBar />
      <div className={styles.middle}>
        <aside
          className={styles.left}
          aria-label={t('shell.parts')}
          style={{ width: leftOpen ? leftWidth : undefined }}
        >
          <LeftRail />
        </aside>
        {leftOpen && <Splitter side="left" />}
        <main className={styles.canvas}>
          <Canvas />
        </main>
        {rightOpen && (
          <>
            <Splitter side="right" />
            <aside className={styles.right} aria-label={t('shell.rightParts')} style={{ width: rightWidth }}>
              <Suspense fallback={<Loading />}>
                <RightPane />
              </Suspense>
            </aside>
          </>
        )}
      </div>
      <StatusLine />
    </div>
  )
}

import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Canvas } from '../canvas/canvas.tsx'
import { useWorkbench } from '../state/workbench.ts'
import { Loading } from '../ui/loading.tsx'
import { LeftRail } from './left-rail.tsx'
import { ReviewBars } from './review-bars.tsx'
import { RightPane } from './right-pane.tsx'
import styles from './shell.module.css'
import { Splitter } from './splitter.tsx'
import { StatusLine } from './status-line.tsx'
import { TopBar } from './top-bar.tsx'
import { VersionBar } from './version-bar.tsx'

const PresentPane = lazy(async () => ({
  default: (await import('../present/present-pane.tsx')).PresentPane,
}))
const Steps = lazy(async () => ({ default: (await import('../steps/steps.tsx')).Steps }))
const Texts = lazy(async () => ({ default: (await import('../texts/texts.tsx')).Texts }))

/**
 * The open bot: what it is made of, its flow, and what is selected or tried (design/interface.md, Regions).
 * While a conversation is presented, all but the flow waits hidden and is as it was afterwards.
 */
export function Workspace() {
  const { t } = useTranslation()
  const { leftOpen, rightOpen, leftWidth, rightWidth, view } = useWorkbench(state => state.preferences)
  const isPresenting = useWorkbench(state => state.screen === 'present')
  return (
    <div className={styles.workspace}>
      <div className={styles.around} hidden={isPresenting}>
        <TopBar />
        <VersionBar />
        <ReviewBars />
      </div>
      <div className={styles.middle}>
        <aside
          className={styles.left}
          hidden={isPresenting}
          aria-label={t('shell.parts')}
          style={{ width: leftOpen ? leftWidth : undefined }}
        >
          <LeftRail />
          {leftOpen && <Splitter side="left" />}
        </aside>
        <main className={styles.canvas} inert={isPresenting}>
          {view === 'canvas' || isPresenting ? (
            <Canvas />
          ) : (
            <Suspense fallback={<Loading />}>{view === 'steps' ? <Steps /> : <Texts />}</Suspense>
          )}
        </main>
        {rightOpen && (
          <aside
            className={styles.right}
            hidden={isPresenting}
            aria-label={t('shell.rightParts')}
            style={{ width: rightWidth }}
          >
            <Splitter side="right" />
            <RightPane />
          </aside>
        )}
        {isPresenting && (
          <Suspense fallback={<Loading />}>
            <PresentPane />
          </Suspense>
        )}
      </div>
      <div className={styles.around} hidden={isPresenting}>
        <StatusLine />
      </div>
    </div>
  )
}

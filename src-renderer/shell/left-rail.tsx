import { Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconAlertCircle,
  IconBook2,
  IconHierarchy,
  IconHistory,
  IconKey,
  IconListCheck,
  IconMessageCircle,
  IconPhoto,
  IconRoute,
  IconSearch,
  IconShape,
  IconVariable,
} from '@tabler/icons-react'
import { type ComponentType, lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { BlocksPanel } from '../canvas/blocks-panel.tsx'
import { countIssues } from '../state/count-issues.ts'
import { setPreferences } from '../state/preferences.ts'
import { type LeftTab, useWorkbench } from '../state/workbench.ts'
import { Loading } from '../ui/loading.tsx'
import { moveAmongTabs } from '../ui/move-among-tabs.ts'
import styles from './shell.module.css'

const TABS: readonly Readonly<{
  id: LeftTab
  icon: ComponentType<{ size?: number; stroke?: number }>
  panel: ComponentType
}>[] = [
  {
    id: 'flows',
    icon: IconHierarchy,
    panel: lazy(async () => ({ default: (await import('../panels/flows-panel.tsx')).FlowsPanel })),
  },
  { id: 'blocks', icon: IconShape, panel: BlocksPanel },
  {
    id: 'variables',
    icon: IconVariable,
    panel: lazy(async () => ({ default: (await import('../panels/variables-panel.tsx')).VariablesPanel })),
  },
  {
    id: 'keywords',
    icon: IconKey,
    panel: lazy(async () => ({ default: (await import('../panels/keywords-panel.tsx')).KeywordsPanel })),
  },
  {
    id: 'knowledge',
    icon: IconBook2,
    panel: lazy(async () => ({ default: (await import('../knowledge/knowledge-panel.tsx')).KnowledgePanel })),
  },
  {
    id: 'media',
    icon: IconPhoto,
    panel: lazy(async () => ({ default: (await import('../media/media-panel.tsx')).MediaPanel })),
  },
  {
    id: 'problems',
    icon: IconAlertCircle,
    panel: lazy(async () => ({ default: (await import('../panels/problems-panel.tsx')).ProblemsPanel })),
  },
  {
    id: 'find',
    icon: IconSearch,
    panel: lazy(async () => ({ default: (await import('../find/find-panel.tsx')).FindPanel })),
  },
  {
    id: 'tests',
    icon: IconListCheck,
    panel: lazy(async () => ({ default: (await import('../testing/tests-panel.tsx')).TestsPanel })),
  },
  {
    id: 'paths',
    icon: IconRoute,
    panel: lazy(async () => ({ default: (await import('../testing/paths-panel.tsx')).PathsPanel })),
  },
  {
    id: 'versions',
    icon: IconHistory,
    panel: lazy(async () => ({ default: (await import('../versions/versions-panel.tsx')).VersionsPanel })),
  },
  {
    id: 'review',
    icon: IconMessageCircle,
    panel: lazy(async () => ({ default: (await import('../review/review-panel.tsx')).ReviewPanel })),
  },
]

/** What the bot is made of: a strip of signs, and the panel of the chosen one. A second click folds the panel. */
export function LeftRail() {
  const { t } = useTranslation()
  const tab = useWorkbench(state => state.leftTab)
  const open = useWorkbench(state => state.preferences.leftOpen)
  const errors = useWorkbench(({ issues }) => countIssues(issues).error)
  const Shown = TABS.find(({ id }) => id === tab)?.panel
  const choose = (id: LeftTab) => {
    const fold = open && id === tab
    useWorkbench.setState({ leftTab: id })
    void setPreferences({ leftOpen: !fold })
  }
  return (
    <>
      <div
        className={styles.tabs}
        role="tablist"
        aria-orientation="vertical"
        aria-label={t('shell.parts')}
        onKeyDown={moveAmongTabs}
      >
        {TABS.map(({ id, icon: Icon }) => (
          <Tooltip key={id} label={t(`shell.tab.${id}`)} position="right">
            <UnstyledButton
              className={styles.tab}
              role="tab"
              tabIndex={id === tab ? 0 : -1}
              aria-selected={open && id === tab}
              aria-label={
                id === 'problems' && errors > 0
                  ? `${t('shell.tab.problems')} ${countOf(errors)}`
                  : t(`shell.tab.${id}`)
              }
              onClick={() => choose(id)}
            >
              <Icon size={20} stroke={1.6} />
              {id === 'problems' && errors > 0 && <span className={styles.count}>{countOf(errors)}</span>}
            </UnstyledButton>
          </Tooltip>
        ))}
      </div>
      {open && Shown && (
        <div className={styles.panel} role="tabpanel" data-panel={tab}>
          <Suspense fallback={<Loading />}>
            <Shown />
          </Suspense>
        </div>
      )}
    </>
  )
}

/** More than two digits do not fit the mark. */
function countOf(errors: number): string {
  return errors > 99 ? '99+' : String(errors)
}

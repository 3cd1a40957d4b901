import { IconCircleOff, IconRoute } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import { analysePaths, type GoalPath, type PathAnalysis } from '../../src-shared/testing/path-search.ts'
import css from '../panels/panels.module.css'
import { nameOfBlock } from '../simulator/name-of-block.ts'
import { showPlace } from '../state/show-place.ts'
import { NO_TRAIL, useWorkbench } from '../state/workbench.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { PathQuestions } from './path-questions.tsx'

/** More of one sort are not read but worked off. */
const MOST_SHOWN = 200

/** How few turns lead to each goal of the bot, and the blocks no conversation comes to. */
export function PathsPanel() {
  const { t } = useTranslation()
  const [shown, show] = useState<BlockId | null>(null)
  const editor = useWorkbench(state => state.editor)
  const lost = useUnreachable()
  const analysis = useAnalysis()
  const document = editor?.document
  if (!document || !analysis) return null
  const { reached, missed } = analysis
  const choose = (path: GoalPath) => {
    const isShown = shown === path.goal
    show(isShown ? null : path.goal)
    if (isShown) useWorkbench.setState({ trail: NO_TRAIL })
    else showPath(document, path)
  }
  const isEmpty = reached.length === 0 && missed.length === 0 && lost.length === 0
  return (
    <Panel title={t('tests.paths.title')}>
      <PathQuestions document={document} />
      {isEmpty && <EmptyState text={t('tests.paths.none')} />}
      {reached.length > 0 && <h3 className={css.group}>{t('tests.paths.goals')}</h3>}
      <ul className={css.list}>
        {reached.slice(0, MOST_SHOWN).map(path => (
          <li key={path.goal} className={css.item}>
            <button
              type="button"
              className={css.row}
              aria-pressed={shown === path.goal}
              aria-current={shown === path.goal}
              onClick={() => choose(path)}
            >
              <IconRoute size={14} aria-hidden />
              <span className={css.main}>
                <span className={css.name}>
                  {t('tests.paths.goal', {
                    block: nameOfBlock(t, document, path.goal),
                    turns: t('tests.paths.turns', { count: path.turns }),
                  })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <More count={reached.length - MOST_SHOWN} />
      <Lost document={document} title={t('tests.paths.missed', { count: missed.length })} blocks={missed} />
      <Lost document={document} title={t('tests.paths.lost', { count: lost.length })} blocks={lost} />
    </Panel>
  )
}

function Lost({
  document,
  title,
  blocks,
}: Readonly<{ document: BotDocument; title: string; blocks: readonly BlockId[] }>) {
  const { t } = useTranslation()
  if (blocks.length === 0) return null
  return (
    <section>
      <h3 className={css.group}>{title}</h3>
      <ul className={css.list}>
        {blocks.slice(0, MOST_SHOWN).map(id => (
          <li key={id} className={css.item}>
            <button type="button" className={css.row} onClick={() => showPlace(id)}>
              <IconCircleOff size={14} aria-hidden />
              <span className={css.main}>
                <span className={css.name}>{nameOfBlock(t, document, id)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <More count={blocks.length - MOST_SHOWN} />
    </section>
  )
}

function More({ count }: { count: number }) {
  const { t } = useTranslation()
  if (count <= 0) return null
  return <p className={`${css.note} ${css.padded}`}>{t('tests.paths.more', { count })}</p>
}

/** Looked for when nothing more urgent is to be drawn: it walks the whole bot. */
function useAnalysis(): PathAnalysis | null {
  const rev = useDeferredValue(useWorkbench(state => state.rev))
  const editor = useWorkbench(state => state.editor)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place, and `rev` with it
  return useMemo(
    () => (editor ? analysePaths(editor.document, compile(editor.document)) : null),
    [editor, rev],
  )
}

/** The checks know them already. */
function useUnreachable(): readonly BlockId[] {
  const issues = useWorkbench(state => state.issues)
  return useMemo(
    () => issues.flatMap(({ code, record }) => (code === 'block/unreachable' ? [record as BlockId] : [])),
    [issues],
  )
}

/** Lets the way glow on the canvas, and brings its end into sight. */
function showPath(document: BotDocument, { goal, blocks, edges }: GoalPath): void {
  const flow = document.get(goal)?.flow
  useWorkbench.setState({
    trail: { active: goal, blocks: new Set(blocks), edges: new Set(edges) },
    ...(flow ? { flow, goTo: { record: goal, path: null, at: performance.now() } } : {}),
  })
}

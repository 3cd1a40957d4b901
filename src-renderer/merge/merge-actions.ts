import i18next from 'i18next'
import { changesTo } from '../../src-shared/compare/changes-to.ts'
import type { Choice, Conflict } from '../../src-shared/compare/conflict.ts'
import { nearestVersion } from '../../src-shared/compare/nearest-version.ts'
import { fileSide, versionSide } from '../compare/compare-actions.ts'
import type { Side } from '../compare/compare-state.ts'
import { commit } from '../state/edits.ts'
import { allSaved } from '../state/open-bot.ts'
import { useVersions } from '../state/versions.ts'
import { showWorkingCopy } from '../state/viewing.ts'
import { useWorkbench } from '../state/workbench.ts'
import { NOTHING_MERGED, useMerge } from './merge-state.ts'
import { presentMerge } from './present-merge.ts'

/** So many of the last versions are held against the file to find the one both began from. */
const LOOKED_AT = 12

/** Shows the window in which somebody else's work is joined with the working copy. */
export async function openMerge(): Promise<void> {
  await allSaved()
  await showWorkingCopy()
  useMerge.setState(NOTHING_MERGED)
  useWorkbench.setState({ screen: 'merge', dialog: null, banner: null })
}

export function closeMerge(): void {
  useWorkbench.setState({ screen: 'bot' })
  useMerge.setState(NOTHING_MERGED)
}

/** Asks for the file of the other person, and proposes what both began from. */
export async function chooseTheirs(): Promise<void> {
  const theirs = await fileSide()
  if (!theirs || theirs.kind === 'working') return
  useMerge.setState({ ...NOTHING_MERGED, theirs, isLooking: true })
  const candidates: Exclude<Side, { kind: 'working' }>[] = []
  for (const { version } of useVersions.getState().versions.slice(-LOOKED_AT)) {
    const side = await versionSide(version)
    if (side && side.kind !== 'working') candidates.push(side)
  }
  if (useMerge.getState().theirs !== theirs) return
  useMerge.setState({ base: nearestVersion(candidates, theirs.document), isLooking: false })
}

/** What both began from: a version, or a file that is asked for. */
export async function chooseBase(asked: Promise<Side | null>): Promise<void> {
  const base = await asked
  if (base && base.kind !== 'working') useMerge.setState({ base, choices: {} })
}

export function choose(conflict: Conflict, choice: Choice): void {
  useMerge.setState(({ choices }) => ({ choices: { ...choices, [conflict.id]: choice } }))
}

/** The same choice at every conflict that can have it. */
export function chooseEverywhere(choice: 'ours' | 'theirs'): void {
  const { conflicts = [] } = presentMerge() ?? {}
  const choices = conflicts.filter(conflict => conflict.choices.includes(choice))
  useMerge.setState({ choices: Object.fromEntries(choices.map(({ id }) => [id, choice])) })
}

/** Puts what was joined into the working copy, as one step that can be undone. */
export function applyMerge(): void {
  const merge = presentMerge()
  const { theirs } = useMerge.getState()
  const { editor } = useWorkbench.getState()
  if (!merge || !theirs || !editor || merge.open.length > 0) return
  const label = { key: 'compare.edit.merge', name: theirs.name.slice(0, 200) }
  if (!commit(changesTo(editor.document, merge.merged), label)) return
  const message = i18next.t('compare.merge.applied', { count: merge.taken + merge.said })
  closeMerge()
  useWorkbench.setState({ banner: { tone: 'success', message } })
}

import i18next from 'i18next'
import { type ListedChange, spotOf } from '../../src-shared/compare/change-list.ts'
import { changesFor } from '../../src-shared/compare/changes-for.ts'
import { BotDocument } from '../../src-shared/document/bot-document.ts'
import { CARD } from '../canvas/block-size.ts'
import { client } from '../ipc/client.ts'
import { commit } from '../state/edits.ts'
import { allSaved } from '../state/open-bot.ts'
import { useVersions } from '../state/versions.ts'
import { readVersion, showWorkingCopy } from '../state/viewing.ts'
import { useWorkbench } from '../state/workbench.ts'
import { changeTitle } from './change-words.ts'
import { NOTHING_COMPARED, type Side, useCompare, WORKING } from './compare-state.ts'
import { presentComparison } from './comparison.ts'

/** Below this nothing of a card can be read; whoever goes to a change wants to read it. */
const READABLE = 0.7

/** A version of the open bot as one side; what hinders is said in the banner. */
export async function versionSide(version: string): Promise<Side | null> {
  const read = await readVersion(version)
  if (read.ok) return { kind: 'version', name: version, document: read.value }
  useWorkbench.setState({ banner: { tone: 'error', message: read.message } })
  return null
}

/** Asks for a file and gives its bot as one side; null when the person changed their mind or it cannot be read. */
export async function fileSide(): Promise<Side | null> {
  const read = await client['package.read']()
  if (!read.ok) useWorkbench.setState({ banner: { tone: 'error', message: read.message } })
  if (!read.ok || !read.value) return null
  useWorkbench.setState({ banner: null })
  const { name, records } = read.value
  return { kind: 'file', name, document: BotDocument.of(records) }
}

/** Compares the newest version with the bot as it is now; where there is none yet, a file that is asked for. */
export async function compareWithNewest(): Promise<void> {
  const newest = useVersions.getState().versions.at(-1)
  const before = newest ? await versionSide(newest.version) : await fileSide()
  if (before) await openCompare(before, WORKING)
}

export async function openCompare(before: Side, after: Side): Promise<void> {
  await allSaved()
  await showWorkingCopy()
  useCompare.setState({ ...NOTHING_COMPARED, mode: useCompare.getState().mode, before, after })
  useWorkbench.setState({ screen: 'compare', dialog: null, banner: null })
  beginAt()
}

export function closeCompare(): void {
  useWorkbench.setState({ screen: 'bot' })
  useCompare.setState({ ...NOTHING_COMPARED, mode: useCompare.getState().mode })
}

/** Puts another version, the working copy or a file in the place of one side. */
export async function setSide(which: 'before' | 'after', asked: Promise<Side | null>): Promise<void> {
  const side = await asked
  if (!side || useWorkbench.getState().screen !== 'compare') return
  useCompare.setState({ [which]: side, left: new Set(), current: null })
  beginAt()
}

export function swapSides(): void {
  const { before, after } = useCompare.getState()
  useCompare.setState({ before: after, after: before, left: new Set() })
}

/** Shows the first difference, or the main flow where nothing differs. */
function beginAt(): void {
  const comparison = presentComparison()
  const [first] = comparison?.steps ?? []
  if (first) goToChange(first)
  else useCompare.setState({ flow: comparison?.difference.after.bot.mainFlow ?? null, current: null })
}

/** Goes to a change: its flow, and its place on the canvas where it has one. */
export function goToChange(change: ListedChange): void {
  const comparison = presentComparison()
  if (!comparison) return
  const { flow, viewport } = useCompare.getState()
  const spot = spotOf(change, comparison.difference)
  const zoom = Math.max(viewport.zoom, READABLE)
  useCompare.setState({
    current: change.id,
    flow: change.flow ?? flow ?? comparison.difference.after.bot.mainFlow,
    ...(spot ? { viewport: centred(spot, zoom) } : {}),
  })
}

function centred({ x, y }: { x: number; y: number }, zoom: number) {
  const { width, height } = useCompare.getState().size
  const at = (full: number, place: number, half: number) => (full || 600) / 2 - (place + half) * zoom
  return { zoom, x: at(width, x, CARD.width / 2), y: at(height, y, 80) }
}

/** The next or previous change, round the end. */
export function stepChange(by: 1 | -1): void {
  const { steps = [] } = presentComparison() ?? {}
  if (steps.length === 0) return
  const { current } = useCompare.getState()
  const at = steps.findIndex(({ id }) => id === current)
  const next = at < 0 ? (by > 0 ? 0 : steps.length - 1) : (at + by + steps.length) % steps.length
  const change = steps[next]
  if (change) goToChange(change)
}

/**
 * Takes what `after` has: an edit when `before` is the working copy, else it is there already and only ticked off.
 * `parts` are some of the change's own; all of them without it.
 */
export function accept(change: ListedChange, parts: readonly string[] = change.parts): void {
  settle(change, parts, 'accept')
}

/** Keeps what `before` has: an edit when `after` is the working copy. */
export function reject(change: ListedChange, parts: readonly string[] = change.parts): void {
  settle(change, parts, 'reject')
}

/** Takes everything over that is left, moves too, as one step. */
export function acceptAll(): void {
  const comparison = presentComparison()
  if (comparison?.working !== 'before') return
  const { left } = useCompare.getState()
  const all = comparison.groups.flatMap(({ changes }) => changes).filter(({ id }) => !left.has(id))
  take(
    all.flatMap(({ parts }) => parts),
    'accept',
    { key: 'compare.edit.all', count: all.length },
  )
}

/** Brings everything that is left back to what the other side has, as one step. */
export function rejectAll(): void {
  const comparison = presentComparison()
  if (comparison?.working !== 'after') return
  const { left } = useCompare.getState()
  const all = comparison.groups.flatMap(({ changes }) => changes).filter(({ id }) => !left.has(id))
  take(
    all.flatMap(({ parts }) => parts),
    'reject',
    { key: 'compare.edit.allBack', count: all.length },
  )
}

function settle(change: ListedChange, parts: readonly string[], way: 'accept' | 'reject'): void {
  const comparison = presentComparison()
  if (!comparison?.working) return
  const before = comparison.steps.findIndex(({ id }) => id === change.id)
  if ((way === 'accept') === (comparison.working === 'before')) {
    const name = changeTitle(i18next.t, change, comparison.difference).slice(0, 200)
    if (!take(parts, way, { key: `compare.edit.${way}`, name })) return
  } else if (parts.length === change.parts.length)
    useCompare.setState(({ left }) => ({ left: new Set([...left, change.id]) }))
  showNext(before)
}

/** One edit; what had to come along is said, so that nothing changes unseen. */
function take(
  parts: readonly string[],
  way: 'accept' | 'reject',
  label: Readonly<{ key: string; name?: string; count?: number }>,
): boolean {
  const comparison = presentComparison()
  if (!comparison) return false
  const { changes, pulledIn } = changesFor(comparison.difference, parts, way)
  if (!commit(changes, label)) return false
  if (pulledIn.length > 0) {
    const message = i18next.t('compare.pulledIn', { count: pulledIn.length })
    useWorkbench.setState({ banner: { tone: 'info', message } })
  }
  return true
}

/** What is now in the place of the change that was settled, else the first that is not. */
function showNext(at: number): void {
  const { steps = [] } = presentComparison() ?? {}
  const { left } = useCompare.getState()
  const open = (change: ListedChange | undefined) => change && !left.has(change.id)
  const next = steps.slice(Math.max(0, at)).find(open) ?? steps.find(open)
  if (next) goToChange(next)
  else useCompare.setState({ current: null })
}

import type { TFunction } from 'i18next'
import type { Trail } from '../src-renderer/state/workbench.ts'
import type { BotDocument } from '../src-shared/document/bot-document.ts'
import type { FlowId, RecordId } from '../src-shared/document/ids.ts'
import { createReviewer, type Reviewer } from './comments/reviewer.ts'
import type { Page } from './read-page.ts'
import { createStore, type Store } from './store.ts'

export const VIEWS = ['canvas', 'steps', 'changes', 'specification'] as const
export type ViewName = (typeof VIEWS)[number]
export type PaneName = 'talk' | 'block' | 'comments'

/** What the page shows. */
export type Look = Readonly<{
  view: ViewName
  pane: PaneName
  /** Which of the two bots is drawn. */
  shown: 'now' | 'before'
  flow: FlowId
  /** The language texts are shown in. */
  locale: string
  chosen: RecordId | null
  /** A place the canvas is to go to. */
  goTo: Readonly<{ record: RecordId; at: number }> | null
  trail: Trail
  theme: 'light' | 'dark'
}>

/** What every part of the page is given. */
export type Desk = Readonly<{ page: Page; t: TFunction; look: Store<Look>; reviewer: Reviewer }>

export const NO_TRAIL: Trail = { active: null, blocks: new Set(), edges: new Set() }

export function createDesk(page: Page, t: TFunction, theme: Look['theme']): Desk {
  const { document } = page.bots
  const look = createStore<Look>({
    view: VIEWS.find(name => location.hash === `#${name}`) ?? 'canvas',
    pane: 'talk',
    shown: 'now',
    flow: document.bot.mainFlow,
    locale: document.bot.locales[0] ?? 'en',
    chosen: null,
    goTo: null,
    trail: NO_TRAIL,
    theme,
  })
  return { page, t, look, reviewer: createReviewer(page) }
}

/** The bot that is drawn. */
export function shownDocument({ page: { bots }, look }: Desk): BotDocument {
  return look.get().shown === 'before' && bots.before ? bots.before.document : bots.document
}

/** Chooses a record and brings it into sight, in whichever of the two bots has it. */
export function showRecord({ page: { bots }, look }: Desk, id: RecordId): void {
  const isNow = bots.document.get(id) !== undefined
  const record = bots.document.get(id) ?? bots.before?.document.get(id)
  if (!record) return
  const shown = isNow ? 'now' : 'before'
  if (record.type !== 'block') {
    look.set({ chosen: id, shown, ...(record.type === 'flow' ? { flow: record.id } : {}) })
    return
  }
  look.set({ chosen: id, shown, flow: record.flow, goTo: { record: id, at: performance.now() } })
}

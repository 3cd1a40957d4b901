import { create } from 'zustand'
import type {
  AuthId,
  BlockId,
  BotId,
  EdgeId,
  FaqId,
  FlowId,
  GroupId,
  IntentId,
  MediaId,
  NoteId,
  RecordId,
  TemplateId,
} from '../../src-shared/document/ids.ts'
import type { EditId } from '../../src-shared/edit/edit.ts'
import type { Editor } from '../../src-shared/edit/editor.ts'
import {
  DEFAULT_PREFERENCES,
  type FileWorking,
  type Preferences,
  type ReviewOffer,
} from '../../src-shared/ipc/contract.ts'
import type { Issue } from '../../src-shared/lint/issue.ts'
import type { Ignored } from '../../src-shared/lint/waivers.ts'
import type { Coverage } from '../../src-shared/testing/coverage.ts'

/** The panels of the left rail, from the top. */
export const LEFT_TABS = [
  'flows',
  'blocks',
  'variables',
  'keywords',
  'knowledge',
  'media',
  'problems',
  'find',
  'tests',
  'paths',
  'versions',
  'review',
] as const
export type LeftTab = (typeof LEFT_TABS)[number]
export type RightTab = 'inspector' | 'simulator'
export type DialogName =
  | 'publish'
  | 'engines'
  | 'shortcuts'
  | 'settings'
  | 'botSettings'
  | 'newBot'
  | 'saveVersion'
  | 'palette'
  | 'vault'
  | 'connect'
  | 'preview'
  | 'paste'
  | 'comments'
  | 'submitReview'
  | 'exportReview'
  | 'reviewOffer'
  | 'bringConversations'
  | 'live'
  | 'routing'

export type Selection = Readonly<{
  blocks: ReadonlySet<BlockId>
  edges: ReadonlySet<EdgeId>
  /** Left out where there are none. */
  notes?: ReadonlySet<NoteId>
  /** The group that was chosen by its frame; its blocks are all in `blocks`. */
  group?: GroupId
}>

/** What the knowledge panel lists: what customers may want, ask and be told, and how other systems are reached; or a file. */
export type EntryId = IntentId | FaqId | TemplateId | AuthId | MediaId

/** What the outbox says of the last edits: all in the library, on their way, or held back by a failure. */
export type Saved = Readonly<{
  state: 'saved' | 'saving' | 'failed'
  at: number | null
  message: string | null
}>

/** The block that waits and the way that led there, glowing on the canvas while simulating. */
export type Trail = Readonly<{
  active: BlockId | null
  blocks: ReadonlySet<BlockId>
  edges: ReadonlySet<EdgeId>
}>

/** A place to go to: select it, bring it into view, open the field. `at` tells two requests for one place apart. */
export type GoTo = Readonly<{ record: RecordId; path: readonly (string | number)[] | null; at: number }>

/** `undo` takes back what the message tells of; undoing `edit` takes the message away. */
export type Banner = Readonly<{
  tone: 'info' | 'success' | 'error'
  message: string
  edit?: EditId | undefined
  undo?: () => Promise<void>
}>

export const NO_SELECTION: Selection = { blocks: new Set(), edges: new Set() }
export const NO_TRAIL: Trail = { active: null, blocks: new Set(), edges: new Set() }

export type Workbench = Readonly<{
  /** Whether main has said how the window begins. */
  started: boolean
  /** `present`: the open bot with nothing but its canvas and a conversation. */
  screen: 'library' | 'bot' | 'present' | 'compare' | 'merge'
  bot: BotId | null
  /** The open bot. Its document changes in place; `rev` changes with it and is what views depend on. */
  editor: Editor | null
  /** A version that is shown in place of the working copy, whose editor waits here meanwhile. */
  viewing: Readonly<{ version: string; working: Editor }> | null
  /** The file of a bot that is only shown and is not in the library. */
  looking: string | null
  /** What is changed becomes a suggestion and leaves the bot as it is (KAL-07). */
  suggesting: boolean
  /** A package for review that waits for a decision. */
  offer: ReviewOffer | null
  rev: number
  flow: FlowId | null
  /** The language texts are shown and written in. */
  locale: string
  selection: Selection
  /** The entry of the knowledge panel that the inspector shows while nothing is selected on the canvas. */
  entry: EntryId | null
  leftTab: LeftTab
  rightTab: RightTab
  dialog: DialogName | null
  saved: Saved
  trail: Trail
  /** Where tried conversations pause; of the window, not of the bot. */
  breakpoints: ReadonlySet<BlockId>
  /** What tests come by, while the canvas shows it. */
  coverage: Coverage | null
  /** Whether the checks have seen all of the bot since it was shown; before that they have found nothing yet. */
  isChecked: boolean
  /** What the checks found, without what was ignored. */
  issues: readonly Issue[]
  ignored: readonly Ignored[]
  goTo: GoTo | null
  banner: Banner | null
  /** A whole bot on its way out of a file, into one, or into a copy. */
  working: FileWorking | null
  preferences: Preferences
}>

/** Of a document that has just come. */
export const NOT_CHECKED: Pick<Workbench, 'isChecked' | 'issues' | 'ignored'> = {
  isChecked: false,
  issues: [],
  ignored: [],
}

/** The state of the window. Views select single members; actions live in files of their own and call `setState`. */
export const useWorkbench = create<Workbench>()(() => ({
  started: false,
  screen: 'library',
  bot: null,
  editor: null,
  viewing: null,
  looking: null,
  suggesting: false,
  offer: null,
  rev: 0,
  flow: null,
  locale: 'en',
  selection: NO_SELECTION,
  entry: null,
  leftTab: 'blocks',
  rightTab: 'inspector',
  dialog: null,
  saved: { state: 'saved', at: null, message: null },
  trail: NO_TRAIL,
  breakpoints: new Set(),
  coverage: null,
  ...NOT_CHECKED,
  goTo: null,
  banner: null,
  working: null,
  preferences: DEFAULT_PREFERENCES,
}))

// What is chosen on the canvas afterwards takes the place of the entry; so does a click beside everything.
useWorkbench.subscribe((state, before) => {
  if (state.entry && state.selection !== before.selection) useWorkbench.setState({ entry: null })
})

import { z } from 'zod'
import { HTTP_METHODS } from '../blocks/effect.ts'
import { AUTH_KINDS } from '../document/auth-kinds.ts'
import type { BotType } from '../document/bot-type.ts'
import { type BotId, botIdSchema } from '../document/ids.ts'
import { type Person, REVIEW_ROLES } from '../document/iteration.ts'
import { localeSchema } from '../document/localized.ts'
import { type BotDocRecord, countrySchema } from '../document/records.ts'
import { type Edit, editSchema } from '../edit/edit.ts'
import { LANGUAGE_CHOICES, type LanguageChoice } from '../kit/languages.ts'
import type { Fault, Result } from '../kit/result.ts'
import type { VERSION_STATES } from '../lifecycle/lifecycle.ts'
import { versionTextSchema } from '../lifecycle/version-number.ts'
import type { SignatureState } from '../publish/review-package.ts'
import { STARTER_IDS, type StarterId } from '../starters/starters.ts'
import { call } from './call.ts'
import { bot, nothing } from './call-args.ts'
import { engineCalls } from './engine-calls.ts'
import { fileCalls } from './file-calls.ts'
import { integrationCalls } from './integration-calls.ts'
import { type MenuSpec, menuSpecSchema } from './menu-spec.ts'
import { type PublishJob, publishCalls } from './publish-calls.ts'

/** One bot in the list of the library. */
export type BotSummary = Readonly<{
  bot: BotId
  name: string
  description: string
  /** The hash of the file that shows it; null draws its initials (NHN-09). */
  picture: string | null
  state: (typeof VERSION_STATES)[number] | 'in_progress'
  /** The newest version, such as `0.3`; null before the first save. */
  version: string | null
  /** By what it uses (NHN-05). */
  type: BotType
  blocks: number
  changedAt: number
  /** When it was put away; null when it is among the others. */
  archivedAt: number | null
  /** When it was opened last; null when it never was. */
  openedAt: number | null
}>

/**
 * A bot as it is opened: its records as the text of one JSON array, and the newest part of its log for undo. Each record
 * as a value would be copied twice on its way to the window, which takes longer than reading the text there.
 */
export type OpenedBot = Readonly<{ records: string; seq: number; log: readonly Edit[] }>

/** One version in the library, and what engines said of it. */
export type StoredVersion = Readonly<{
  version: string
  hash: string
  state: (typeof VERSION_STATES)[number]
  derivedFrom: string | null
  note: string
  actor: string
  at: number
}>

/** One change of a version's state: who, when, from, to, and why where a reason was asked for (KAL-16, KAL-18). */
export type VersionTransition = Readonly<{
  version: string
  fromState: string
  toState: string
  actor: string
  at: number
  reason: string
}>

export type Preferences = Readonly<{
  theme: 'system' | 'light' | 'dark'
  /** What the window speaks (requirements.md KAR-24). */
  language: LanguageChoice
  actor: string
  /** What the person is to the bots they review (KAL-06); null where nothing was said. */
  role: (typeof REVIEW_ROLES)[number] | null
  leftWidth: number
  rightWidth: number
  leftOpen: boolean
  rightOpen: boolean
  /** The flow as a drawing or as a script (requirements.md NHN-14), or every text of the bot (NHN-22). */
  view: 'canvas' | 'steps' | 'texts'
  lastBot: BotId | null
}>

export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(LANGUAGE_CHOICES),
  actor: z.string().trim().min(1).max(64),
  role: z.enum(REVIEW_ROLES).nullable(),
  leftWidth: z.number().min(120).max(800),
  rightWidth: z.number().min(200).max(1200),
  leftOpen: z.boolean(),
  rightOpen: z.boolean(),
  view: z.enum(['canvas', 'steps', 'texts']),
  lastBot: botIdSchema.nullable(),
})

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  language: 'system',
  actor: 'Designer',
  role: null,
  leftWidth: 280,
  rightWidth: 360,
  leftOpen: true,
  rightOpen: true,
  view: 'canvas',
  lastBot: null,
}

/**
 * A package for review that was opened and waits for a decision: its bot is in the library already, or its signature
 * does not hold, so that it can only be looked at.
 */
export type ReviewOffer = Readonly<{
  ticket: string
  /** The name of the file, without its folder. */
  file: string
  bot: BotId
  name: string
  iteration: number | null
  signature: SignatureState
  /** Who packed it; `known`: a package with this key was taken in before. */
  signer: Readonly<{ by: Person; at: number; fingerprint: string; known: boolean }> | null
  /** Whether the bot is in this library. */
  here: boolean
  /** Whether both know one and the same pass, from which their work can be joined. */
  shares: boolean
}>

const testRequestSchema = z.strictObject({
  method: z.enum(HTTP_METHODS),
  url: z.string().max(8000),
  headers: z.record(z.string().max(100), z.string().max(20_000)),
  body: z.string().max(1_000_000).nullable(),
  timeoutMs: z.number().int().min(100).max(25_000),
  auth: z
    .strictObject({
      name: z.string().max(200),
      scheme: z.enum(AUTH_KINDS),
      identity: z.string().max(1000),
      secret: z.string().max(64),
      tokenUrl: z.string().max(2000),
      scope: z.string().max(1000),
    })
    .nullable(),
})

/** One call of an API block, filled in; without its secret. */
export type TestRequest = z.infer<typeof testRequestSchema>

/** What came back, of any status. Secrets that were sent are masked where it repeats them. */
export type ApiAnswer = Readonly<{
  status: number
  statusText: string
  headers: readonly (readonly [name: string, value: string])[]
  body: string
  bytes: number
  ms: number
}>

const botNameSchema = z.string().trim().min(1).max(64)

/**
 * Everything the window may ask of the main process (design/architecture.md, Processes and safety). Both ends are
 * derived from this object: main parses `args`, the window gets `Result<value>`. No path, no SQL and no secret crosses.
 */
export const contract = {
  'app.start': call<
    undefined,
    {
      preferences: Preferences
      opened: OpenedBot | null
      platform: string
      notice: string | null
      /** Why a file given at the start could not be opened. */
      refused: Fault | null
    }
  >(nothing),
  /** What the system's menu shows; `enabled` are the commands that make sense now. */
  'menu.show': call<MenuSpec, null>(menuSpecSchema),
  'preferences.set': call<Partial<Preferences>, Preferences>(preferencesSchema.partial()),
  'library.list': call<undefined, readonly BotSummary[]>(nothing),
  'library.create': call<{ records: unknown[] }, BotId>(
    z.strictObject({ records: z.array(z.unknown()).max(200_000) }),
  ),
  'library.open': call<{ bot: BotId }, OpenedBot>(bot),
  'library.duplicate': call<{ bot: BotId; name: string }, BotId | null>(
    z.strictObject({ bot: botIdSchema, name: botNameSchema }),
  ),
  'library.remove': call<{ bot: BotId }, null>(bot),
  /** Takes a removal back. */
  'library.restore': call<{ bot: BotId }, null>(bot),
  /** Puts a bot away, or takes it back. */
  'library.archive': call<{ bot: BotId; archived: boolean }, null>(
    z.strictObject({ bot: botIdSchema, archived: z.boolean() }),
  ),
  /** An edit of the bot's own log; for bots the window does not have open. */
  'library.rename': call<{ bot: BotId; name: string }, null>(
    z.strictObject({ bot: botIdSchema, name: botNameSchema }),
  ),
  /** Opens a sample that is not in the library yet, or gives the one that is. */
  'library.addSample': call<{ sample: string }, BotId>(
    z.strictObject({ sample: z.string().regex(/^[a-z-]{1,40}$/) }),
  ),
  /** Adds a new bot that begins as a starter; another one with each call. `locale` becomes its first language. */
  'library.addStarter': call<
    {
      starter: StarterId
      name: string
      locale?: string | undefined
      locales?: string[] | undefined
      country?: string | null | undefined
    },
    BotId
  >(
    z.strictObject({
      starter: z.enum(STARTER_IDS),
      name: botNameSchema,
      locale: localeSchema.optional(),
      /** Of the starter's languages those that are wanted; all without it. */
      locales: z.array(localeSchema).min(1).max(200).optional(),
      country: countrySchema.nullable().optional(),
    }),
  ),
  'edits.append': call<{ bot: BotId; edit: Edit }, { seq: number }>(
    z.strictObject({ bot: botIdSchema, edit: editSchema }),
  ),
  /** A page of older log, oldest first, ending before `before`. */
  'edits.page': call<{ bot: BotId; before: number; limit: number }, readonly Edit[]>(
    z.strictObject({
      bot: botIdSchema,
      before: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
  ),
  'versions.list': call<{ bot: BotId }, readonly StoredVersion[]>(bot),
  /** All that happened to a bot's versions, oldest first. */
  'versions.history': call<{ bot: BotId }, readonly VersionTransition[]>(bot),
  /** Finish & save. `seq` is the position of the log the window shows, so that nothing unseen is frozen. */
  'versions.save': call<
    { bot: BotId; seq: number; note: string },
    { version: StoredVersion; minted: boolean }
  >(z.strictObject({ bot: botIdSchema, seq: z.number().int().min(0), note: z.string().max(2000) })),
  /** The records of a bot as it was in a version, whole and held against its hash. */
  'versions.read': call<{ bot: BotId; version: string }, { records: readonly BotDocRecord[] }>(
    z.strictObject({ bot: botIdSchema, version: versionTextSchema }),
  ),
  /** Writes another note to a version; nothing else of a version ever changes. */
  'versions.note': call<{ bot: BotId; version: string; note: string }, null>(
    z.strictObject({ bot: botIdSchema, version: versionTextSchema, note: z.string().trim().max(2000) }),
  ),
  ...integrationCalls,
  /**
   * Makes the call of an API block from this computer. A secret is asked for by its variable's name and stays in the
   * main process; `api/secret-needed` when it was not given in this run.
   */
  'api.test': call<{ run: string; bot: BotId; request: TestRequest }, ApiAnswer>(
    z.strictObject({ run: z.string().min(1).max(64), bot: botIdSchema, request: testRequestSchema }),
  ),
  'api.cancel': call<{ run: string }, null>(z.strictObject({ run: z.string().min(1).max(64) })),
  /** Keeps the value of a secret variable until the program ends; nothing gives it back. */
  'api.setSecret': call<{ bot: BotId; name: string; secret: string }, null>(
    z.strictObject({ bot: botIdSchema, name: z.string().max(64), secret: z.string().min(1).max(4000) }),
  ),
  /**
   * Does in the window what the keys of the clipboard do there, for menus and the palette: a page that may not read the
   * clipboard by itself only gets what a person's paste brings it.
   */
  'clipboard.act': call<{ act: 'cut' | 'copy' | 'paste' }, null>(
    z.strictObject({ act: z.enum(['cut', 'copy', 'paste']) }),
  ),
  /** Opens a web address in the system's browser; only http and https. */
  'shell.open': call<{ url: string }, null>(
    z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000) }),
  ),
  ...fileCalls,
  ...engineCalls,
  ...publishCalls,
} as const

export type Contract = typeof contract

export type CallName = keyof Contract

export type ArgsOf<C extends CallName> = z.infer<Contract[C]['args']>

export type ValueOf<C extends CallName> =
  | NonNullable<Contract[C]['value']>
  | Extract<Contract[C]['value'], null>

export type Client = Readonly<{
  [C in CallName]: (...args: ArgsOf<C> extends undefined ? [] : [ArgsOf<C>]) => Promise<Result<ValueOf<C>>>
}>

/** A bot on its way out of a file, into one, or into a copy; `name` is the file's or the bot's. */
export type FileWorking = Readonly<{ doing: 'read' | 'write' | 'copy'; name: string }>

/** What main tells the window without being asked. */
export type Notice =
  | Readonly<{ type: 'publishJob'; job: PublishJob }>
  | Readonly<{ type: 'versionsChanged'; bot: BotId }>
  | Readonly<{ type: 'command'; command: string }>
  /** The person asked the system for a bot of the library, or for a file that now is one. */
  | Readonly<{ type: 'openBot'; bot: BotId }>
  | Readonly<{ type: 'fileRefused'; fault: Fault }>
  | Readonly<{ type: 'reviewOffered'; offer: ReviewOffer }>
  /** What is being done with a whole bot, and null when it is done. */
  | Readonly<{ type: 'fileWork'; working: FileWorking | null }>

/** What the preload script exposes as `window.parley`, and nothing else. */
export type Bridge = Readonly<{
  call(name: CallName, args: unknown): Promise<Result<unknown>>
  onNotice(listener: (notice: Notice) => void): () => void
}>

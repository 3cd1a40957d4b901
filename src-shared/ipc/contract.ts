import { z } from 'zod'
import { HTTP_METHODS } from '../blocks/effect.ts'
import { AUTH_KINDS } from '../document/auth-kinds.ts'
import type { BotType } from '../document/bot-type.ts'
import { type BotId, botIdSchema, type IterationId, iterationIdSchema } from '../document/ids.ts'
import { type Person, REVIEW_ROLES } from '../document/iteration.ts'
import { localeSchema } from '../document/localized.ts'
import { type BotDocRecord, countrySchema } from '../document/records.ts'
import { type Edit, editSchema } from '../edit/edit.ts'
import { hashSchema } from '../kit/hash.ts'
import { LANGUAGE_CHOICES, type LanguageChoice } from '../kit/languages.ts'
import type { Fault, Result } from '../kit/result.ts'
import type { VERSION_STATES } from '../lifecycle/lifecycle.ts'
import { versionTextSchema } from '../lifecycle/version-number.ts'
import {
  type AuditFilter,
  type AuditPage,
  type AuditVerdict,
  auditFilterSchema,
} from '../publish/audit-protocol.ts'
import {
  type ChannelChange,
  type ChannelEvents,
  type ChannelView,
  channelChangeSchema,
  channelIdSchema,
  deactivateChannelSchema,
  eventsQuery,
  type NewChannel,
  newChannelSchema,
  replayRequestSchema,
} from '../publish/channel-protocol.ts'
import {
  type ContactPageLanguage,
  contactPageQuery,
  type Erased,
  eraseRequestSchema,
  type FindContacts,
  type FoundContacts,
  findContactsSchema,
  type LegalHoldView,
  type PersonView,
  type Rectified,
  type RectifyRequest,
  rectifyRequestSchema,
} from '../publish/contact-protocol.ts'
import { type Conversations, contactSchema, type Transcript } from '../publish/conversation-protocol.ts'
import { isPrivateAddress } from '../publish/is-private-address.ts'
import {
  type ApiKey,
  addressesSchema,
  keyIdSchema,
  type NewKeyRequest,
  newKeyRequestSchema,
  rotateKeyRequestSchema,
} from '../publish/key-protocol.ts'
import type { ExportFormat, Standings } from '../publish/people-client.ts'
import { proactiveChoiceSchema } from '../publish/proactive-protocol.ts'
import type { BotHistory, BotStatus } from '../publish/protocol.ts'
import { type Retention, type RetentionChange, retentionChangeSchema } from '../publish/retention-protocol.ts'
import type { SignatureState } from '../publish/review-package.ts'
import type { Scope } from '../publish/scopes.ts'
import {
  type PromoteRequest,
  promoteRequestSchema,
  type RollBackRequest,
  rollBackRequestSchema,
  type StageRequest,
  type Staging,
  stageRequestSchema,
  stagingSchema,
} from '../publish/stage-protocol.ts'
import { STARTER_IDS, type StarterId } from '../starters/starters.ts'
import type { Brought } from '../testing/bring-conversations.ts'
import { call } from './call.ts'
import { engineIdSchema as engineId } from './engine-id.ts'
import { integrationCalls } from './integration-calls.ts'
import { type MenuSpec, menuSpecSchema } from './menu-spec.ts'

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

/** What can be asked of a version on an engine; `stage` lets a percentage of new conversations meet it. */
export const JOB_ACTIONS = ['publish', 'activate', 'stage', 'deactivate'] as const

/** One step of a version on its way to an engine. It waits while the engine cannot be reached. */
export type PublishJob = Readonly<{
  id: string
  bot: BotId
  engine: string
  action: (typeof JOB_ACTIONS)[number]
  version: string
  state: 'waiting' | 'sending' | 'done' | 'failed'
  /** 0 to 1 of the upload. */
  progress: number
  attempts: number
  /** What went wrong last; `problems` point at records of the bot. */
  fault: {
    code: string
    message: string
    problems?: readonly { code: string; message: string; pointer?: string }[]
  } | null
  at: number
}>

/** An engine that bots can be published to. Its key stays in the main process. */
export type EngineAccount = Readonly<{
  id: string
  name: string
  url: string
  keyId: string
  hasKey: boolean
}>

/** What an engine says of itself and of the key it was asked with; null is what older engines do not say. */
export type EngineLook = Readonly<{
  engine: string
  account: string
  version: string | null
  protocol: number
  scopes: readonly Scope[] | null
  ms: number
}>

/**
 * Where keys are kept: `system` in the system's safe storage; elsewhere sealed with a passphrase that is yet to be
 * chosen (`new`), has to be typed in again (`locked`), or is known for this run (`open`).
 */
export type VaultState = 'system' | 'new' | 'locked' | 'open'

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

/** What became of an offered package: to be joined by the window, a bot of its own, or only shown. */
export type ReviewTaken =
  | Readonly<{
      as: 'merge'
      bot: BotId
      /** The newest pass both know; null where they share none. */
      base: Readonly<{ number: number; records: readonly BotDocRecord[] }> | null
      theirs: readonly BotDocRecord[]
    }>
  | Readonly<{ as: 'copy'; bot: BotId }>
  | Readonly<{ as: 'look'; records: readonly BotDocRecord[] }>

/** Bytes of a file of texts; 10,000 texts in 20 languages have about 15 million. */
export const MAX_TEXTS_FILE = 40_000_000

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

const nothing = z.undefined()
const botNameSchema = z.string().trim().min(1).max(64)
const bot = z.strictObject({ bot: botIdSchema })
/** A flow of 10,000 blocks is drawn with some 15 million characters. */
const MOST_BYTES = 64_000_000
const pictureName = z.string().trim().min(1).max(64)
const svg = z.string().max(MOST_BYTES)
/** CSS pixels. */
const side = z.number().int().min(1).max(3_000_000)

/** The picture of a flow on its way to a file. */
export type FlowFile = Readonly<
  { name: string } & (
    | { format: 'svg'; svg: string }
    | { format: 'pdf'; svg: string; width: number; height: number }
    | { format: 'png'; png: Uint8Array }
  )
>

const enginePutSchema = z.strictObject({
  id: engineId.nullable(),
  name: z.string().trim().min(1, 'a name is needed').max(64),
  url: z
    .url({ protocol: /^https?$/, error: 'expected an address such as https://engine.example.com' })
    .max(500)
    .refine(
      isPrivateAddress,
      'over plain http others could read and change what is sent; use https:// (http:// only reaches an engine on this computer)',
    ),
  keyId: z.string().trim().min(1, 'a key id is needed').max(100),
  key: z.string().min(16, 'keys have at least 16 characters').max(500).nullable(),
})
const onEngine = z.strictObject({ engine: engineId })
const keyOfEngine = z.strictObject({ engine: engineId, key: keyIdSchema })
const channelOfEngine = z.strictObject({ engine: engineId, channel: channelIdSchema })
const personOnEngine = onEngine.extend({ contact: contactSchema })
const personAndReason = personOnEngine.extend({ reason: eraseRequestSchema.shape.reason })
const botOnEngine = z.strictObject({ bot: botIdSchema, engine: engineId })
const count = z.number().int().min(0)

type KeyOfEngine = Readonly<{ engine: string; key: string }>
type PersonOnEngine = Readonly<{ engine: string; contact: string }>
type PersonAndReason = PersonOnEngine & Readonly<{ reason: string }>
type BotOnEngine = Readonly<{ bot: BotId; engine: string }>
type ChannelOfEngine = Readonly<{ engine: string; channel: string }>

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
  /** Asks for a file in the system's dialog; null when the person changed their mind. */
  'package.import': call<undefined, BotId | null>(nothing),
  /** A file that was dropped on the window. */
  'package.take': call<{ name: string; bytes: Uint8Array }, BotId | null>(
    z.strictObject({ name: z.string().max(500), bytes: z.instanceof(Uint8Array) }),
  ),
  /**
   * Reads the bot of a file without adding it to the library; its media are kept, so that they are there when something
   * of it is taken over. Null when the person changed their mind.
   */
  'package.read': call<undefined, { name: string; records: readonly BotDocRecord[] } | null>(nothing),
  /** Gives up the reading or writing of a file that is going on; it then answers null or nothing was changed. */
  'package.cancel': call<undefined, null>(nothing),
  'package.export': call<{ bot: BotId }, { file: string } | null>(bot),
  /** Writes a signed package for review. `secret/unavailable` where the library's key cannot be kept safely. */
  'review.export': call<{ bot: BotId }, { file: string; fingerprint: string } | null>(bot),
  /** Decides about an offered package (notice `reviewOffered`); of a broken one only `look` is given. */
  'review.take': call<{ ticket: string; as: 'merge' | 'copy' | 'look' }, ReviewTaken>(
    z.strictObject({ ticket: z.string().max(64), as: z.enum(['merge', 'copy', 'look']) }),
  ),
  /** What was submitted in a pass: `store/not-found` where its content never came to this library. */
  'review.iteration': call<{ bot: BotId; iteration: IterationId }, { records: readonly BotDocRecord[] }>(
    z.strictObject({ bot: botIdSchema, iteration: iterationIdSchema }),
  ),
  /** Keeps a file by its content. The type is told by the bytes: `media/refused`, `media/too-large`. */
  'media.put': call<{ bytes: Uint8Array }, StoredFile>(z.strictObject({ bytes: z.instanceof(Uint8Array) })),
  /** Which of these files are not in this library. */
  'media.absent': call<{ hashes: string[] }, readonly string[]>(
    z.strictObject({ hashes: z.array(hashSchema).max(5000) }),
  ),
  /** Asks for a file of texts in the system's dialog; its bytes cross, its path does not. */
  'texts.open': call<undefined, { name: string; bytes: Uint8Array } | null>(nothing),
  /** The same for recorded conversations, which are JSON, and for contact cards. */
  'texts.save': call<{ name: string; bytes: Uint8Array }, { file: string } | null>(
    z.strictObject({
      name: z
        .string()
        .regex(
          /^[^\\/:*?"<>|\p{Cc}]{1,120}\.(csv|xlsx|xlf|json|vcf|html)$/u,
          'expected the name of a file of texts',
        ),
      bytes: z.instanceof(Uint8Array).refine(bytes => bytes.length <= MAX_TEXTS_FILE, 'too large'),
    }),
  ),
  /** Writes the picture of a flow to a file asked for in the system's dialog; null when the person changed their mind. */
  'export.save': call<FlowFile, { file: string } | null>(
    z.discriminatedUnion('format', [
      z.strictObject({ format: z.literal('svg'), name: pictureName, svg }),
      z.strictObject({ format: z.literal('pdf'), name: pictureName, svg, width: side, height: side }),
      z.strictObject({
        format: z.literal('png'),
        name: pictureName,
        png: z
          .instanceof(Uint8Array<ArrayBuffer>)
          .refine(bytes => bytes.length <= MOST_BYTES, 'the picture is too large'),
      }),
    ]),
  ),
  /**
   * Writes what is under review as one HTML file, or its specification as PDF, to a file asked for in the system's
   * dialog; null when the person changed their mind.
   */
  'reviewFile.export': call<{ bot: BotId; format: 'html' | 'pdf' }, { file: string } | null>(
    z.strictObject({ bot: botIdSchema, format: z.enum(['html', 'pdf']) }),
  ),
  /** Asks for a file of comments in the system's dialog; its text crosses, its path does not. */
  'comments.open': call<undefined, { name: string; text: string } | null>(nothing),
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
  'engines.list': call<undefined, readonly EngineAccount[]>(nothing),
  /** `key` is kept with the system's safe storage and never comes back; null keeps the one that is there. */
  'engines.put': call<
    { id: string | null; name: string; url: string; keyId: string; key: string | null },
    EngineAccount
  >(enginePutSchema),
  'engines.remove': call<{ id: string }, null>(z.strictObject({ id: engineId })),
  'engines.test': call<{ id: string }, EngineLook>(z.strictObject({ id: engineId })),
  /** Asks an engine before it is kept: with this key, or with the one that is stored where it is null. */
  'engines.verify': call<{ id: string | null; url: string; keyId: string; key: string | null }, EngineLook>(
    enginePutSchema.omit({ name: true }),
  ),
  /** A page of who did what on an engine (requirements.md NHN-143), newest first. */
  'audit.page': call<{ engine: string; filter: AuditFilter; before: number | null }, AuditPage>(
    onEngine.extend({ filter: auditFilterSchema, before: count.nullable() }),
  ),
  /** Whether its audit trail is as it was written. */
  'audit.verify': call<{ engine: string }, AuditVerdict>(onEngine),
  /** People of whom an engine keeps something (requirements.md NHN-144), by a part of a name or number. */
  'people.find': call<{ engine: string } & FindContacts, FoundContacts>(
    onEngine.extend(findContactsSchema.shape),
  ),
  /** What it keeps of one in short; the engine notes that somebody looked. */
  'people.person': call<PersonOnEngine, PersonView>(personOnEngine),
  /** Everything it keeps of one, as a text to be given to them. */
  'people.export': call<PersonOnEngine & { format: ExportFormat; language: ContactPageLanguage }, string>(
    personOnEngine.extend({
      format: z.enum(['json', 'html']),
      language: contactPageQuery.shape.language.unwrap(),
    }),
  ),
  'people.standings': call<{ engine: string }, Standings>(onEngine),
  'people.rectify': call<{ engine: string; rectify: RectifyRequest }, Rectified>(
    onEngine.extend({ rectify: rectifyRequestSchema }),
  ),
  'people.restrict': call<PersonAndReason, LegalHoldView>(personAndReason),
  'people.lift': call<PersonAndReason, LegalHoldView>(personAndReason),
  'people.hold': call<PersonAndReason, LegalHoldView>(personAndReason),
  'people.release': call<PersonAndReason, LegalHoldView>(personAndReason),
  'people.erase': call<PersonAndReason, Erased>(personAndReason),
  /** How long an engine keeps what it knows of people, by the class of data. */
  'people.retention': call<{ engine: string }, Retention>(onEngine),
  'people.changeRetention': call<{ engine: string; change: RetentionChange }, Retention>(
    onEngine.extend({ change: retentionChangeSchema }),
  ),
  /** The keys of an engine, revoked ones too; never with a secret. */
  'keys.list': call<{ engine: string }, readonly ApiKey[]>(onEngine),
  /** Its secret stays in the main process, from where `keys.copySecret` puts it on the clipboard. */
  'keys.add': call<{ engine: string; key: NewKeyRequest }, ApiKey>(
    onEngine.extend({ key: newKeyRequestSchema }),
  ),
  /** Gives a key a new secret, as above; the one before is accepted for `graceMs` more. */
  'keys.rotate': call<KeyOfEngine & { graceMs: number }, ApiKey>(
    keyOfEngine.extend({ graceMs: rotateKeyRequestSchema.shape.graceMs.unwrap() }),
  ),
  'keys.bind': call<KeyOfEngine & { addresses: string[] }, ApiKey>(
    keyOfEngine.extend({ addresses: addressesSchema }),
  ),
  'keys.revoke': call<KeyOfEngine, ApiKey>(keyOfEngine),
  /** Puts the secret of the key that was made last on the clipboard; `secret/shown-once` when it was forgotten. */
  'keys.copySecret': call<KeyOfEngine, null>(keyOfEngine),
  'keys.forgetSecret': call<undefined, null>(nothing),
  /** Signs with the key that was made last from now on. */
  'keys.use': call<KeyOfEngine, EngineAccount>(keyOfEngine),
  /** The tokens of other systems that may begin conversations of a bot (requirements.md KAR-10). */
  'keys.tokensOf': call<BotOnEngine, readonly string[]>(botOnEngine),
  'keys.chooseTokens': call<BotOnEngine & { tokens: string[] }, readonly string[]>(
    botOnEngine.extend(proactiveChoiceSchema.shape),
  ),
  /** Calls that need a key answer `secret/unavailable` while the vault is `new` or `locked`. */
  'vault.status': call<undefined, { state: VaultState }>(nothing),
  /** Opens the vault; the first passphrase ever given is the one it keeps to. `secret/wrong-passphrase` on another. */
  'vault.unlock': call<{ passphrase: string }, { state: VaultState }>(
    z.strictObject({ passphrase: z.string().min(8, 'a passphrase has at least 8 characters').max(500) }),
  ),
  'publish.status': call<{ bot: BotId; engine: string }, BotStatus | null>(
    z.strictObject({ bot: botIdSchema, engine: engineId }),
  ),
  /** Reads the newest conversations an engine had with a bot; who had them does not cross. */
  'publish.conversations': call<{ bot: BotId; engine: string }, Brought>(
    z.strictObject({ bot: botIdSchema, engine: engineId }),
  ),
  'publish.jobs': call<{ bot: BotId }, readonly PublishJob[]>(bot),
  'publish.start': call<
    {
      bot: BotId
      engine: string
      action: PublishJob['action']
      version: string
      reason: string
      conversations: 'finish' | 'end'
      message?: string | undefined
      staging?: Staging | undefined
    },
    PublishJob
  >(
    z.strictObject({
      bot: botIdSchema,
      engine: engineId,
      action: z.enum(JOB_ACTIONS),
      version: versionTextSchema,
      reason: z.string().max(500),
      conversations: z.enum(['finish', 'end']),
      /** What open conversations are told when a deactivation ends them (KAL-16). */
      message: z.string().max(4096).optional(),
      /** For whom a version is staged; `stage` needs it. */
      staging: stagingSchema.optional(),
    }),
  ),
  'publish.retry': call<{ id: string }, PublishJob>(z.strictObject({ id: z.string().max(64) })),
  'publish.cancel': call<{ id: string }, null>(z.strictObject({ id: z.string().max(64) })),
  /** The channels through which a running engine meets people with this bot; they never hold a secret. */
  'live.channels': call<{ bot: BotId; engine: string }, readonly ChannelView[]>(
    z.strictObject({ bot: botIdSchema, engine: engineId }),
  ),
  /** Its secrets go to the engine and are kept nowhere else. The channel is not active before it is verified. */
  'live.addChannel': call<{ engine: string; channel: NewChannel }, ChannelView>(
    z.strictObject({ engine: engineId, channel: newChannelSchema }),
  ),
  'live.changeChannel': call<ChannelOfEngine & { change: ChannelChange }, ChannelView>(
    channelOfEngine.extend({ change: channelChangeSchema }),
  ),
  'live.verifyChannel': call<ChannelOfEngine, ChannelView>(channelOfEngine),
  'live.deactivateChannel': call<ChannelOfEngine & { reason: string }, ChannelView>(
    channelOfEngine.extend(deactivateChannelSchema.shape),
  ),
  'live.removeChannel': call<ChannelOfEngine, null>(channelOfEngine),
  /** A page of what came in and went out, newest first. */
  'live.events': call<ChannelOfEngine & { before: string | null }, ChannelEvents>(
    channelOfEngine.extend({ before: eventsQuery.shape.before.unwrap().nullable() }),
  ),
  /** Sends again these deliveries, or all that are dead; answers how many. */
  'live.replay': call<ChannelOfEngine & { deliveries: number[] | null }, number>(
    channelOfEngine.extend({ deliveries: replayRequestSchema.shape.deliveries.unwrap().nullable() }),
  ),
  /** Changes for whom the staged version is; `engine/version-conflict` where something else is there by now. */
  'live.stage': call<BotOnEngine & { stage: StageRequest }, BotStatus>(
    botOnEngine.extend({ stage: stageRequestSchema }),
  ),
  'live.rollBack': call<BotOnEngine & { rollBack: RollBackRequest }, BotStatus>(
    botOnEngine.extend({ rollBack: rollBackRequestSchema }),
  ),
  /** Puts the version that is in draft to test. */
  'live.promoteToTest': call<BotOnEngine & { promote: PromoteRequest }, BotStatus>(
    botOnEngine.extend({ promote: promoteRequestSchema }),
  ),
  /** Who did what with a bot on an engine (requirements.md KAL-18, NHN-143), oldest first. */
  'live.history': call<{ bot: BotId; engine: string }, BotHistory>(
    z.strictObject({ bot: botIdSchema, engine: engineId }),
  ),
  /** With whom a bot talked on an engine, a page, newest first. Nothing of it is kept here. */
  'live.conversations': call<{ bot: BotId; engine: string; before: number | null }, Conversations>(
    z.strictObject({ bot: botIdSchema, engine: engineId, before: count.nullable() }),
  ),
  'live.transcript': call<{ bot: BotId; engine: string; contact: string; after: number }, Transcript>(
    z.strictObject({ bot: botIdSchema, engine: engineId, contact: contactSchema, after: count }),
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

/** A file of the library; its bytes are at `app://parley/media/<hash>`. Width and height of pictures, in pixels. */
export type StoredFile = Readonly<{
  hash: string
  mime: string
  size: number
  width: number | null
  height: number | null
}>

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

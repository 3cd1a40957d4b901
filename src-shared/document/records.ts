import { z } from 'zod'
import { hashSchema } from '../kit/hash.ts'
import { VALUE_TYPES } from '../kit/value.ts'
import { AUTH_KINDS } from './auth-kinds.ts'
import { briefSchema } from './brief.ts'
import { commentFields } from './comment.ts'
import { fieldRoles, localizedText, requiredText } from './field-types.ts'
import {
  authIdSchema,
  type BlockId,
  blockIdSchema,
  botIdSchema,
  edgeIdSchema,
  faqIdSchema,
  flowIdSchema,
  groupIdSchema,
  intentIdSchema,
  keywordIdSchema,
  mediaIdSchema,
  noteIdSchema,
  templateIdSchema,
  translationIdSchema,
  variableIdSchema,
  waiverIdSchema,
} from './ids.ts'
import { type IterationRecord, iterationSchema } from './iteration.ts'
import { localeSchema, textSchema } from './localized.ts'
import { settingsSchema } from './settings.ts'
import { type StudyRecord, studySchema } from './study.ts'
import { type TaskRecord, taskSchema } from './task.ts'
import { type TestcaseRecord, testcaseSchema } from './testcase.ts'
import { valueSchema } from './value-schema.ts'

/**
 * The flat records a bot is made of (design/architecture.md, The document). Each type has this one schema; it guards
 * files, imports, the IPC border and the engine. Unknown fields are refused: a newer Parley says so by its version.
 */
const nameSchema = z.string().trim().min(1, 'a name is needed').max(64, 'names hold at most 64 characters')

/** requirements.md KAR-13. */
export const variableNameSchema = z
  .string()
  .max(64, 'names hold at most 64 characters')
  .regex(/^[A-Z][A-Z0-9_]*$/, 'use capitals, digits and _, beginning with a letter, such as ORDER_TOTAL')

const coordinate = z.number().min(-1_000_000).max(1_000_000)

export const countrySchema = z.string().regex(/^[A-Z]{2}$/, 'expected a country code such as BR')

export const botSchema = z.strictObject({
  id: botIdSchema,
  type: z.literal('bot'),
  /** requirements.md NHN-09: 1 to 64 characters. */
  name: nameSchema,
  description: textSchema,
  /** In order of preference; the first is the bot's default. */
  locales: z.array(localeSchema).min(1).max(200),
  mainFlow: flowIdSchema,
  /** Where the token in MENU_PRINCIPAL leads; requirements.md KAR-15. */
  mainMenu: blockIdSchema.nullable(),
  /** ISO 3166-1 alpha-2: the country of phone numbers typed without a country code. */
  country: countrySchema.nullable(),
  settings: settingsSchema.optional(),
  /** requirements.md NHN-09: an image of the bot's own media; without one, initials are drawn. */
  picture: mediaIdSchema.optional(),
  brief: briefSchema.optional(),
})

export const flowSchema = z.strictObject({
  id: flowIdSchema,
  type: z.literal('flow'),
  name: nameSchema,
  description: textSchema,
})

export const blockSchema = z.strictObject({
  id: blockIdSchema,
  type: z.literal('block'),
  flow: flowIdSchema,
  kind: z.string().max(32),
  /** The designer's own name for the block; empty shows the kind's. */
  title: z.string().max(80, 'titles hold at most 80 characters'),
  /** Place on the canvas, pixels at 100 % zoom, of the upper left corner. */
  x: coordinate,
  y: coordinate,
  /** Shape by kind: src-shared/blocks/<kind>.ts. */
  data: z.record(z.string(), z.unknown()),
})

export const edgeSchema = z.strictObject({
  id: edgeIdSchema,
  type: z.literal('edge'),
  flow: flowIdSchema,
  from: blockIdSchema,
  port: z.string().max(64),
  to: blockIdSchema,
})

export const variableSchema = z.strictObject({
  id: variableIdSchema,
  type: z.literal('variable'),
  name: variableNameSchema,
  valueType: z.enum(VALUE_TYPES),
  initial: valueSchema,
  /** A secret value is masked in events and screens, and has no initial value: a document travels. */
  secret: z.boolean(),
  description: textSchema,
})

/** requirements.md NHN-28. */
export const MATCH_MODES = ['exact', 'startsWith', 'containsWord'] as const

export const keywordSchema = z.strictObject({
  id: keywordIdSchema,
  type: z.literal('keyword'),
  text: z
    .string()
    .max(80, 'keywords hold at most 80 characters')
    .refine(text => text.trim() !== '', 'a keyword is needed'),
  match: z.enum(MATCH_MODES),
  /** The language it belongs to; null for any. */
  locale: localeSchema.nullable(),
  /** The entry block it wakes. */
  entry: blockIdSchema,
})

/** What a customer may want, told by examples (requirements.md NHN-07, NHN-30). */
export const intentSchema = z.strictObject({
  id: intentIdSchema,
  type: z.literal('intent'),
  name: nameSchema,
  /** Ways of saying it, by language. */
  phrases: z
    .record(localeSchema, z.array(z.string().max(500, 'phrases hold at most 500 characters')).max(500))
    .register(fieldRoles, { role: 'words' }),
  /** The entry it wakes or digresses to; null where only blocks ask for it. */
  entry: blockIdSchema.nullable(),
})

/** A question people ask and its answer (requirements.md NHN-11). */
export const faqSchema = z.strictObject({
  id: faqIdSchema,
  type: z.literal('faq'),
  questions: z
    .record(localeSchema, z.array(z.string().max(500, 'questions hold at most 500 characters')).max(100))
    .register(fieldRoles, { role: 'words' }),
  answer: requiredText,
  /** Groups questions; blocks can answer from one topic alone. Empty for none. */
  topic: z.string().max(64, 'topics hold at most 64 characters'),
})

export const TEMPLATE_CATEGORIES = ['marketing', 'utility', 'authentication'] as const
export const TEMPLATE_STATES = ['draft', 'pending', 'approved', 'rejected', 'paused'] as const

/** A message template registered with a channel (requirements.md KAL-04). Places are written {{1}}, {{2}}, … */
export const templateSchema = z.strictObject({
  id: templateIdSchema,
  type: z.literal('template'),
  /** As registered. */
  name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'use small letters, digits and _, such as order_update'),
  category: z.enum(TEMPLATE_CATEGORIES),
  state: z.enum(TEMPLATE_STATES),
  /** One text per language it was registered in. Its places are numbers, so it is not text with formulas. */
  body: z.record(localeSchema, textSchema),
  header: z.enum(['none', 'text', 'image', 'video', 'document']),
  footer: z.record(localeSchema, z.string().max(60, 'footers hold at most 60 characters')),
  /** How many places the body has. */
  places: z.number().int().min(0).max(20),
})

/**
 * How API calls prove who they are (requirements.md NHN-26). `secret` names a secret variable; its value stays with
 * the host and is never in a document, a session or an event.
 */
export const authSchema = z.strictObject({
  id: authIdSchema,
  type: z.literal('auth'),
  name: nameSchema,
  scheme: z.enum(AUTH_KINDS),
  /** User name, client id, or the header an API key or signature is sent in. */
  identity: z.string().max(200),
  secret: variableIdSchema.nullable().register(fieldRoles, { role: 'variable', required: true }),
  /** Where OAuth2 tokens are fetched, https. */
  tokenUrl: z.string().max(2000),
  scope: z.string().max(500),
})

/** The colours of groups and notes. */
export const HUES = ['grey', 'yellow', 'green', 'blue', 'violet', 'red'] as const

/** Blocks that belong together; the frame is drawn around them. A help for designers, not content (D-02). */
export const groupSchema = z.strictObject({
  id: groupIdSchema,
  type: z.literal('group'),
  flow: flowIdSchema,
  title: z.string().max(80, 'titles hold at most 80 characters'),
  hue: z.enum(HUES),
  /** All of that flow; a block is in one group at most. */
  blocks: z.array(blockIdSchema).min(1).max(5000),
})

/** A sticky note on the canvas; not content (D-02). */
export const noteSchema = z.strictObject({
  id: noteIdSchema,
  type: z.literal('note'),
  flow: flowIdSchema,
  x: coordinate,
  y: coordinate,
  width: z.number().min(80).max(2000),
  height: z.number().min(40).max(2000),
  text: z.string().max(5000, 'notes hold at most 5000 characters'),
  hue: z.enum(HUES),
  author: z.string().max(64),
  /** When it was last written, epoch ms UTC. */
  at: z.number().int().min(0),
})

/** A file of the bot; its bytes are kept beside the document, by their hash. */
export const mediaSchema = z.strictObject({
  id: mediaIdSchema,
  type: z.literal('media'),
  name: z.string().trim().min(1, 'a name is needed').max(240, 'file names hold at most 240 characters'),
  mime: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,100}$/, 'expected a type such as image/png'),
  /** Bytes. */
  size: z.number().int().min(1).max(100_000_000),
  hash: hashSchema,
  /** Pixels of images and videos, where known. */
  width: z.number().int().min(1).max(100_000).nullable(),
  height: z.number().int().min(1).max(100_000).nullable(),
  /** What people who do not see it are told. */
  alt: localizedText,
})

/** A finding of the checks that someone decided to live with, and why; not content (D-02). */
export const waiverSchema = z.strictObject({
  id: waiverIdSchema,
  type: z.literal('waiver'),
  /** Of the finding, such as `block/unreachable`. */
  code: z.string().min(1).max(64),
  /** The id of the record it was found at; it may be gone since. */
  record: z.string().min(1).max(64),
  /** The place in the record, its members joined by `/`; empty for the record itself. */
  path: z.string().max(500),
  reason: z.string().trim().min(1, 'a reason is needed').max(500, 'reasons hold at most 500 characters'),
  author: z.string().max(64),
  at: z.number().int().min(0),
})

/**
 * Which translations of one record were made from another text than the source is now (docs/decisions/0014); not
 * content (D-02). What is not listed is up to date.
 */
export const translationSchema = z.strictObject({
  id: translationIdSchema,
  type: z.literal('translation'),
  /** The record the texts are in; it may be gone since. */
  record: z.string().min(1).max(64),
  /** By the place of the text in its record, then by the language of the translation. */
  madeFrom: z.record(
    z.string().min(1).max(300),
    z.record(
      localeSchema,
      z.strictObject({
        /** The language it was translated from: the bot's first one at that time. */
        locale: localeSchema,
        /** Of the text it was translated from: the beginning of its SHA-256 in hex. */
        hash: z.string().regex(/^[0-9a-f]{16}$/, 'expected 16 hex digits'),
      }),
    ),
  ),
})

/** What a suggestion may change: all but what people say about the bot. */
const suggestedSchema = z.discriminatedUnion('type', [
  botSchema,
  flowSchema,
  blockSchema,
  edgeSchema,
  variableSchema,
  keywordSchema,
  intentSchema,
  faqSchema,
  templateSchema,
  authSchema,
  groupSchema,
  noteSchema,
  mediaSchema,
  waiverSchema,
  translationSchema,
  testcaseSchema,
  taskSchema,
  studySchema,
])

/** A remark of a reviewer, or a change that is suggested (requirements.md KAL-07); not content (D-02). */
export const commentSchema = z.strictObject({
  ...commentFields,
  /**
   * Of a suggestion: the edit it would be, with what it expects to find there. The data of its blocks are checked when
   * it is applied (src-shared/review/apply-suggestion.ts).
   */
  changes: z
    .record(
      z.string().max(64),
      z.strictObject({ before: suggestedSchema.nullable(), after: suggestedSchema.nullable() }),
    )
    .refine(changes => Object.keys(changes).length <= 2000, 'a suggestion changes at most 2000 records')
    .optional(),
})

/** The schema of each type of record. */
export const recordSchemas = {
  bot: botSchema,
  flow: flowSchema,
  block: blockSchema,
  edge: edgeSchema,
  variable: variableSchema,
  keyword: keywordSchema,
  intent: intentSchema,
  faq: faqSchema,
  template: templateSchema,
  auth: authSchema,
  group: groupSchema,
  note: noteSchema,
  media: mediaSchema,
  waiver: waiverSchema,
  translation: translationSchema,
  testcase: testcaseSchema,
  iteration: iterationSchema,
  comment: commentSchema,
  task: taskSchema,
  study: studySchema,
} as const

export const recordSchema = z.discriminatedUnion('type', [
  ...suggestedSchema.options,
  iterationSchema,
  commentSchema,
])

export type BotRecord = Readonly<z.infer<typeof botSchema>>
export type FlowRecord = Readonly<z.infer<typeof flowSchema>>
export type BlockRecord<Data = Readonly<Record<string, unknown>>> = Readonly<
  Omit<z.infer<typeof blockSchema>, 'data'>
> & {
  readonly data: Data
}
export type EdgeRecord = Readonly<z.infer<typeof edgeSchema>>
export type VariableRecord = Readonly<z.infer<typeof variableSchema>>
export type KeywordRecord = Readonly<z.infer<typeof keywordSchema>>
export type IntentRecord = Readonly<z.infer<typeof intentSchema>>
export type FaqRecord = Readonly<z.infer<typeof faqSchema>>
export type TemplateRecord = Readonly<z.infer<typeof templateSchema>>
export type AuthRecord = Readonly<z.infer<typeof authSchema>>
export type GroupRecord = Readonly<z.infer<typeof groupSchema>>
export type NoteRecord = Readonly<z.infer<typeof noteSchema>>
export type MediaRecord = Readonly<z.infer<typeof mediaSchema>>
export type WaiverRecord = Readonly<z.infer<typeof waiverSchema>>
export type TranslationRecord = Readonly<z.infer<typeof translationSchema>>
export type CommentRecord = Readonly<z.infer<typeof commentSchema>>
export type Hue = (typeof HUES)[number]
export type MatchMode = (typeof MATCH_MODES)[number]
export type BotDocRecord =
  | BotRecord
  | FlowRecord
  | BlockRecord
  | EdgeRecord
  | VariableRecord
  | KeywordRecord
  | IntentRecord
  | FaqRecord
  | TemplateRecord
  | AuthRecord
  | GroupRecord
  | NoteRecord
  | MediaRecord
  | WaiverRecord
  | TranslationRecord
  | TestcaseRecord
  | IterationRecord
  | CommentRecord
  | TaskRecord
  | StudyRecord
export type RecordType = BotDocRecord['type']

/**
 * Records that help the people who make a bot and change nothing it says or does. They are no part of a version's
 * content (requirements.md D-02), nor of what engines get.
 */
export const DESIGN_TYPES: ReadonlySet<RecordType> = new Set([
  'group',
  'note',
  'waiver',
  'translation',
  'testcase',
  'iteration',
  'comment',
  'task',
  'study',
])

/**
 * Of these, what people say about the bot. It goes on when the bot goes back to an older version, so comparisons leave it
 * out, and what was said elsewhere is joined by rules of its own (src-shared/review/merge-reviews.ts).
 */
export const REVIEW_TYPES: ReadonlySet<RecordType> = new Set(['iteration', 'comment'])

/** A port of a block: where an edge leaves. */
export type EdgeEnd = Readonly<{ block: BlockId; port: string }>

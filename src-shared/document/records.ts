import { z } from 'zod'
import { VALUE_TYPES } from '../kit/value.ts'
import { fieldRoles, requiredText } from './field-types.ts'
import {
  authIdSchema,
  type BlockId,
  blockIdSchema,
  botIdSchema,
  edgeIdSchema,
  faqIdSchema,
  flowIdSchema,
  intentIdSchema,
  keywordIdSchema,
  templateIdSchema,
  variableIdSchema,
} from './ids.ts'
import { localeSchema, textSchema } from './localized.ts'
import { settingsSchema } from './settings.ts'

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

export const valueSchema = z.union([
  textSchema,
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([textSchema, z.number()])).max(1000),
])

const coordinate = z.number().min(-1_000_000).max(1_000_000)

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
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'expected a country code such as BR')
    .nullable(),
  settings: settingsSchema.optional(),
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

export const AUTH_KINDS = ['basic', 'bearer', 'apiKey', 'oauth2', 'hmac'] as const

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
} as const

export const recordSchema = z.discriminatedUnion('type', [
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
export type RecordType = BotDocRecord['type']

/** A port of a block: where an edge leaves. */
export type EdgeEnd = Readonly<{ block: BlockId; port: string }>

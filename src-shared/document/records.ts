import { z } from 'zod'
import { VALUE_TYPES } from '../kit/value.ts'
import {
  type BlockId,
  blockIdSchema,
  botIdSchema,
  edgeIdSchema,
  flowIdSchema,
  keywordIdSchema,
  variableIdSchema,
} from './ids.ts'
import { localeSchema, textSchema } from './localized.ts'

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

export const recordSchema = z.discriminatedUnion('type', [
  botSchema,
  flowSchema,
  blockSchema,
  edgeSchema,
  variableSchema,
  keywordSchema,
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
export type MatchMode = (typeof MATCH_MODES)[number]
export type BotDocRecord = BotRecord | FlowRecord | BlockRecord | EdgeRecord | VariableRecord | KeywordRecord
export type RecordType = BotDocRecord['type']

/** A port of a block: where an edge leaves. */
export type EdgeEnd = Readonly<{ block: BlockId; port: string }>

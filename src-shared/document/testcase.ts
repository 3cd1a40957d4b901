import { z } from 'zod'
import { happeningSchema } from './happening.ts'
import { blockIdSchema, testcaseIdSchema } from './ids.ts'
import { localeSchema } from './localized.ts'
import { CHANNELS } from './settings.ts'
import { surroundingsSchema } from './surroundings.ts'
import { valueSchema } from './value-schema.ts'

/** Longer conversations are several tests. */
export const MAX_TEST_STEPS = 500
const variableName = z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/)
const time = z.number().int().min(0)

export const MESSAGE_FITS = ['exact', 'contains', 'any'] as const

/** What is to come of a step. */
const expectation = z.discriminatedUnion('is', [
  /**
   * The bot says this, with options of these labels where they are named. `fit` says it for this message where the
   * step's `match` does not: the very signs, a text that has these words in it, or any message at all.
   */
  z.strictObject({
    is: z.literal('message'),
    text: z.string().max(100_000),
    options: z.array(z.string().max(100_000)).max(100).optional(),
    fit: z.enum(MESSAGE_FITS).optional(),
  }),
  z.strictObject({ is: z.literal('variable'), name: variableName, value: valueSchema }),
  /** The block runs in this step. */
  z.strictObject({ is: z.literal('block'), block: blockIdSchema }),
  /** Where the conversation is afterwards: the block that waits, if any does. */
  z.strictObject({
    is: z.literal('state'),
    state: z.enum(['asleep', 'open', 'closed', 'withAgent']),
    block: blockIdSchema.nullable(),
  }),
  /** A person is asked to take over in this step, with this skill where one is named. */
  z.strictObject({ is: z.literal('handover'), skill: z.string().max(300).nullable() }),
])

const step = z.strictObject({
  /** Virtual time that passes before it, milliseconds. */
  afterMs: time,
  input: happeningSchema,
  /** How the world outside behaves from here on, where that changes. */
  surroundings: surroundingsSchema.optional(),
  /**
   * `exact`: these messages and no others, sign by sign. `loose`: these in this order, others may come between, and
   * case, spaces, markup and the punctuation around do not matter.
   */
  match: z.enum(['exact', 'loose']),
  expected: z.array(expectation).max(200),
})

/** A conversation as it should go, to be played again; a help for designers, not content (requirements.md D-02). */
export const testcaseSchema = z.strictObject({
  id: testcaseIdSchema,
  type: z.literal('testcase'),
  name: z.string().trim().min(1, 'a name is needed').max(80, 'names hold at most 80 characters'),
  tags: z.array(z.string().trim().min(1).max(40, 'tags hold at most 40 characters')).max(20),
  start: z.strictObject({
    channel: z.enum(CHANNELS),
    /** Null: the bot's default. */
    locale: localeSchema.nullable(),
    /** What the host knows of the customer, by predefined variable. */
    contact: z.record(variableName, valueSchema),
    /** Virtual time, epoch ms UTC, and the seed of chance: the same ones give the same conversation. */
    at: time,
    seed: z.number().int(),
  }),
  steps: z.array(step).min(1, 'a test has at least one step').max(MAX_TEST_STEPS),
})

export type TestcaseRecord = Readonly<z.infer<typeof testcaseSchema>>
export type TestStep = Readonly<z.infer<typeof step>>
export type Expectation = Readonly<z.infer<typeof expectation>>

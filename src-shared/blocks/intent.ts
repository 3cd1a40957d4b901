import { z } from 'zod'
import { localizedText, requiredIntent, variableRef } from '../document/field-types.ts'
import { type IntentId, localIdSchema } from '../document/ids.ts'
import { inLocale, type Localized } from '../document/localized.ts'
import type { IntentRecord } from '../document/records.ts'
import { unsaid } from '../kit/say.ts'
import type { MessageOption } from '../message/message.ts'
import { chooseIntent, confidenceOf } from '../understanding/understanding.ts'
import { keepValue, keptFindings } from './kept-value.ts'
import {
  type CompileContext,
  type CompiledBlock,
  type CompiledText,
  defineKind,
  type KindFinding,
  type Outcome,
  type Reply,
  type Turn,
} from './kind.ts'

export const MAX_INTENTS = 50

const branch = z.strictObject({
  id: localIdSchema,
  intent: requiredIntent,
  /** What it is called when the customer is asked which was meant; empty takes the intent's first phrase. */
  label: localizedText,
})

const schema = z.strictObject({
  /** Asked first; empty looks at what the customer wrote last. */
  prompt: localizedText,
  branches: z.array(branch).min(1, 'choose an intent').max(MAX_INTENTS, `at most ${MAX_INTENTS} intents`),
  /** Asked when two intents are equally likely; empty goes on at `else`. */
  unsure: localizedText,
  /** Get the name of the intent that was meant and how sure it is, 0 to 1. */
  saveIntent: variableRef,
  saveConfidence: variableRef,
})

type Data = z.infer<typeof schema>
type Branch = Data['branches'][number]

const WAIT = { go: 'wait' } as const
const ELSE = { go: 'port', port: 'else' } as const

/**
 * Goes on by what the customer means (requirements.md NHN-07, NHN-30…NHN-33): by the bot's intents, each with a
 * branch, or at `else` when none is sure enough or the one meant has no branch. Two that are equally likely are asked
 * about once, where there is a text for it. What was asked for and is no branch may mean something elsewhere in the
 * bot, as with any block that waits.
 */
export const intent = defineKind({
  name: 'intent',
  family: 'decide',
  schema,
  hasInput: true,
  waits: ({ prompt }) => isWritten(prompt),
  defaults: ({ locale, newId }): Data => ({
    prompt: { [locale]: '' },
    branches: [{ id: `br_${newId()}`, intent: null, label: {} }],
    unsure: { [locale]: '' },
    saveIntent: null,
    saveConfidence: null,
  }),
  ports: data => [
    ...data.branches.map(({ id, label }) => ({
      id,
      role: 'option' as const,
      required: true,
      ...(isWritten(label) ? { label } : {}),
    })),
    { id: 'else', role: 'fallback', required: true },
  ],
  summary: (data, { text }) => text(data.prompt),
  check: (data, context) => [
    ...repeated(data),
    ...keptFindings(data.saveIntent, ['saveIntent'], 'text', 'intent', context),
    ...keptFindings(data.saveConfidence, ['saveConfidence'], 'number', 'intent', context),
  ],
  compile(data, context) {
    const { decide, answer, nothing } = compileDecision(data, context)
    const decideNow = (turn: Turn) => {
      const outcome = decide(turn, true)
      if (!outcome) turn.choose(null)
      return outcome ?? nothing(turn)
    }
    const prompt = isWritten(data.prompt) ? context.text(data.prompt) : null
    return {
      hears: prompt === null,
      enter(turn) {
        if (!prompt) return decideNow(turn)
        turn.say({ text: prompt(turn) })
        return WAIT
      },
      answer,
      refuse: nothing,
    }
  },
})

type Decision = Readonly<{
  /** Null when nothing that has a branch is meant. */
  decide(turn: Turn, mayAsk: boolean): Outcome | null
  answer: NonNullable<CompiledBlock['answer']>
  nothing(turn: Turn): Outcome
}>

function compileDecision(data: Data, context: CompileContext): Decision {
  const ways = compileWays(data, context)
  const confidence = confidenceOf(context.settings)
  const unsure = isWritten(data.unsure) ? context.text(data.unsure) : null
  const keep = compileKeeping(data, context)
  const take = (turn: Turn, way: Way, isCertain: boolean): Outcome => {
    turn.choose(way.intent)
    keep(turn, way, isCertain)
    return way.outcome
  }
  const decide = (turn: Turn, mayAsk: boolean): Outcome | null => {
    const choice = chooseIntent(turn.understood(), confidence)
    const ids = choice.kind === 'intent' ? [choice.id] : choice.kind === 'ambiguous' ? choice.ids : []
    const likely = ids.flatMap(id => ways.get(id) ?? [])
    if (likely[0] && likely.length === 1) return take(turn, likely[0], false)
    if (likely.length === 0 || !unsure || !mayAsk) return null
    turn.choose(null)
    turn.say({ text: unsure(turn), options: likely.map(way => way.option(turn)) })
    turn.memo = { asked: likely.map(({ id }) => id) }
    return WAIT
  }
  return {
    decide,
    answer(turn, reply) {
      const asked = askedOf(turn)
      const way = asked.length > 0 ? pickedOf(turn, asked, [...ways.values()], reply, context) : undefined
      if (way) return take(turn, way, true)
      if (reply.text.trim() === '') return null
      const outcome = decide(turn, asked.length === 0)
      if (!outcome) turn.choose(null)
      return outcome
    },
    nothing(turn) {
      keep(turn, null, false)
      return ELSE
    },
  }
}

type Way = Readonly<{
  id: string
  intent: IntentId
  name: string
  outcome: Outcome
  option: (turn: Turn) => MessageOption
}>

/** By intent; of two branches for one, the first counts. */
function compileWays({ branches }: Data, context: CompileContext): ReadonlyMap<string, Way> {
  const intents = new Map(context.record.intents().map(record => [record.id, record]))
  const ways = new Map<string, Way>()
  for (const found of branches) {
    const record = found.intent && intents.get(found.intent)
    if (record && !ways.has(record.id)) ways.set(record.id, wayOf(found, record, context))
  }
  return ways
}

function wayOf({ id, label }: Branch, record: IntentRecord, context: CompileContext): Way {
  const own = isWritten(label) ? context.plain(label) : null
  const phrase: CompiledText = turn =>
    inLocale(record.phrases, turn.locale, context.locales)?.[0] ?? record.name
  return {
    id,
    intent: record.id,
    name: record.name,
    outcome: { go: 'port', port: id },
    option: turn => ({ id, label: own?.(turn) || phrase(turn) }),
  }
}

type Keeping = (turn: Turn, way: Way | null, isCertain: boolean) => void

/** What the customer said when asked is certain, and nothing meant is 0. */
function compileKeeping(data: Data, context: CompileContext): Keeping {
  const name = context.variable(data.saveIntent)
  const sure = context.variable(data.saveConfidence)
  return (turn, way, isCertain) => {
    if (name) keepValue(turn, name, way?.name ?? null)
    if (!sure) return
    const guess = turn.understood().intents.find(({ intent: id }) => id === way?.intent)
    keepValue(turn, sure, isCertain ? 1 : (guess?.confidence ?? 0))
  }
}

/** The branch the customer says was meant, by its button, number or label. */
function pickedOf(
  turn: Turn,
  asked: readonly string[],
  ways: readonly Way[],
  { option, normal }: Reply,
  { normalise }: CompileContext,
): Way | undefined {
  const offered = asked.flatMap(id => ways.find(way => way.id === id) ?? [])
  return (
    offered.find(({ id }) => id === option) ??
    offered.find((_, at) => normal === String(at + 1)) ??
    offered.find(way => normal !== '' && normalise(way.option(turn).label) === normal)
  )
}

/** The branches that were asked about, while the answer is waited for. */
function askedOf({ memo }: Turn): readonly string[] {
  const asked = memo?.asked
  return Array.isArray(asked) ? asked.map(String) : []
}

function isWritten(texts: Localized): boolean {
  return Object.values(texts).some(text => text.trim() !== '')
}

function repeated({ branches }: Data): readonly KindFinding[] {
  const seen = new Map<string, number>()
  return branches.flatMap(({ intent: meant }, index): readonly KindFinding[] => {
    if (meant === null) return []
    const first = seen.get(meant)
    seen.set(meant, first ?? index)
    if (first === undefined) return []
    const words = unsaid('intent/repeated', { first: first + 1, second: index + 1 })
    return [{ code: 'intent/repeated', severity: 'error', ...words, path: ['branches', index, 'intent'] }]
  })
}

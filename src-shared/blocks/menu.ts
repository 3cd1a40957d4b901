import { z } from 'zod'
import { localIdSchema } from '../document/ids.ts'
import { inLocale } from '../document/localized.ts'
import { localizedText, localizedWords, requiredText } from './field-types.ts'
import {
  type CheckContext,
  type CompileContext,
  defineKind,
  type KindFinding,
  type MessageOption,
  type Outcome,
  type Turn,
} from './kind.ts'

/** A menu longer than this cannot be read by anyone. */
export const MAX_OPTIONS = 100

const option = z.strictObject({ id: localIdSchema, label: requiredText, synonyms: localizedWords })

const schema = z.strictObject({
  prompt: requiredText,
  options: z
    .array(option)
    .min(1, 'a menu needs an option')
    .max(MAX_OPTIONS, `a menu holds at most ${MAX_OPTIONS} options`),
  /** Said when nothing matches, before the menu is shown again; empty says nothing more. */
  retry: localizedText,
})

type Data = z.infer<typeof schema>

const WAIT = { go: 'wait' } as const
const AGAIN = { go: 'again' } as const
const ELSE = { go: 'port', port: 'else' } as const

/**
 * A prompt with numbered options (requirements.md NHN-06). Accepts an option's number in any script, its label, a
 * synonym or its button. With the port `else` unconnected, what matches nothing is answered with the retry text and
 * the menu again.
 */
export const menu = defineKind({
  name: 'menu',
  family: 'ask',
  schema,
  hasInput: true,
  waits: true,
  defaults: ({ locale, newId }): Data => ({
    prompt: { [locale]: '' },
    options: [{ id: `opt_${newId()}`, label: { [locale]: '' }, synonyms: {} }],
    retry: { [locale]: '' },
  }),
  ports: data => [
    ...data.options.map(({ id, label }) => ({ id, role: 'option', required: true, label }) as const),
    { id: 'else', role: 'fallback', required: false },
  ],
  summary: (data, { text }) => text(data.prompt),
  check: (data, context) => context.locales.flatMap(locale => repeatedLabels(data, locale, context)),
  compile(data, context) {
    const retry = context.text(data.retry)
    const ids = data.options.map(({ id }) => id)
    const outcomes: readonly Outcome[] = ids.map(port => ({ go: 'port', port }))
    const options = optionsOf(data, context)
    const find = finderOf(data, options, context)
    const prompt = context.text(data.prompt)
    const hasElse = context.connected('else')
    return {
      digresses: true,
      enter(turn) {
        turn.say({ text: prompt(turn), options: options(turn) })
        return WAIT
      },
      answer(turn, reply) {
        const tapped = reply.option === null ? -1 : ids.indexOf(reply.option)
        return outcomes[tapped >= 0 ? tapped : find(turn, reply.normal)] ?? null
      },
      refuse(turn) {
        if (hasElse) return ELSE
        const text = retry(turn)
        if (text !== '') turn.say({ text })
        return AGAIN
      },
    }
  },
})

/** Options with constant texts are made once per locale, so that showing a menu allocates one message. */
function optionsOf(data: Data, context: CompileContext): (turn: Turn) => readonly MessageOption[] {
  const labels = data.options.map(({ id, label }) => ({ id, label: context.text(label) }))
  const make = (turn: Turn) => labels.map(({ id, label }) => ({ id, label: label(turn) }))
  if (!data.options.every(({ label }) => context.isConstant(label))) return make
  const made = new Map<string, readonly MessageOption[]>()
  return turn => {
    const known = made.get(turn.locale)
    if (known) return known
    const options = make(turn)
    made.set(turn.locale, options)
    return options
  }
}

/** Finds the option a text means: its number first, then labels, then synonyms. Numbers are what text channels show. */
function finderOf(
  data: Data,
  options: (turn: Turn) => readonly MessageOption[],
  context: CompileContext,
): (turn: Turn, normal: string) => number {
  const known = new WeakMap<readonly MessageOption[], ReadonlyMap<string, number>>()
  const indexOf = (turn: Turn, shown: readonly MessageOption[]) => {
    const index = new Map<string, number>()
    const add = (text: string, at: number) => {
      const normal = context.normalise(text)
      if (normal !== '' && !index.has(normal)) index.set(normal, at)
    }
    for (const at of shown.keys()) add(String(at + 1), at)
    for (const [at, { label }] of shown.entries()) add(label, at)
    for (const [at, { synonyms }] of data.options.entries())
      for (const word of inLocale(synonyms, turn.locale, context.locales) ?? []) add(word, at)
    return index
  }
  return (turn, normal) => {
    const shown = options(turn)
    let index = known.get(shown)
    if (!index) {
      index = indexOf(turn, shown)
      known.set(shown, index)
    }
    return index.get(normal) ?? -1
  }
}

/** requirements.md NHN-06: two options that read alike cannot both be meant. */
function repeatedLabels(
  data: Data,
  locale: string,
  { locales, normalise }: CheckContext,
): readonly KindFinding[] {
  const seen = new Map<string, number>()
  return data.options.flatMap(({ label }, index) => {
    const text = inLocale(label, locale, locales) ?? ''
    const normal = normalise(text)
    const first = seen.get(normal)
    if (normal === '') return []
    seen.set(normal, first ?? index)
    if (first === undefined) return []
    const message = `Options ${first + 1} and ${index + 1} both read “${text}” (${locale}); a customer who types it cannot mean both.`
    return [{ code: 'menu/repeated-label', severity: 'error', message, path: ['options', index, 'label'] }]
  })
}

import { z } from 'zod'
import { localizedText, requiredText, variableRef } from '../document/field-types.ts'
import { unsaid } from '../kit/say.ts'
import type { Value } from '../kit/value.ts'
import { keepValue, keptFindings } from './kept-value.ts'
import { type CompileContext, defineKind, type KindFinding, type Turn } from './kind.ts'
import { MAX_OPTIONS, optionField, repeatedLabels } from './option-fields.ts'
import { compileRefusal } from './refusal.ts'
import { compileSelection } from './selection.ts'

const option = optionField.extend({
  /** What is kept for it; absent keeps the label. */
  value: z.string().max(200, 'values hold at most 200 characters').optional(),
})

const schema = z.strictObject({
  prompt: requiredText,
  options: z
    .array(option)
    .min(1, 'a choice needs an option')
    .max(MAX_OPTIONS, `at most ${MAX_OPTIONS} options`),
  /** How many must be chosen, and how many may be; null for all. */
  min: z.number().int().min(0).max(MAX_OPTIONS),
  max: z.number().int().min(1).max(MAX_OPTIONS).nullable(),
  saveTo: variableRef,
  retry: localizedText,
})

type Data = z.infer<typeof schema>

const WAIT = { go: 'wait' } as const
const AGAIN = { go: 'again' } as const
const ANSWERED = { go: 'port', port: 'answered' } as const

/**
 * Asks for some of several options (requirements.md NHN-17, multiple response): a typed list such as `1,3` is the
 * answer; taps choose one after the other until “Done”. Keeps the values, or the labels, in the order of the options;
 * what is chosen twice counts once, and a list with anything unknown in it does not fit.
 */
export const choices = defineKind({
  name: 'choices',
  family: 'ask',
  schema,
  hasInput: true,
  waits: true,
  defaults: ({ locale, newId }): Data => ({
    prompt: { [locale]: '' },
    options: [{ id: `opt_${newId()}`, label: { [locale]: '' }, synonyms: {} }],
    min: 1,
    max: null,
    saveTo: null,
    retry: { [locale]: '' },
  }),
  ports: () => [{ id: 'answered', role: 'next', required: true }],
  summary: (data, { text }) => text(data.prompt),
  check: (data, context) => [
    ...repeatedLabels(data.options, 'choices/repeated-label', context),
    ...boundsFindings(data),
    ...keptFindings(data.saveTo, ['saveTo'], 'list', 'choices', context),
  ],
  compile(data, context) {
    const prompt = context.text(data.prompt)
    const variable = context.variable(data.saveTo)
    const values = valuesOf(data, context)
    const selection = compileSelection(
      data.options,
      { min: data.min, max: data.max ?? data.options.length },
      context,
    )
    return {
      digresses: true,
      strikes: true,
      secret: variable?.secret ?? false,
      enter(turn) {
        selection.show(turn, prompt(turn))
        return WAIT
      },
      answer(turn, reply) {
        const places = selection.take(turn, reply)
        if (places === null) return null
        if (places === 'again') return AGAIN
        if (variable) keepValue(turn, variable, values(turn, places))
        return ANSWERED
      },
      refuse: compileRefusal(data.retry, context),
    }
  },
})

function valuesOf(data: Data, context: CompileContext): (turn: Turn, places: readonly number[]) => Value {
  const options = data.options.map(({ label, value }) => ({ label: context.plain(label), value }))
  return (turn, places) =>
    places.flatMap(place => {
      const found = options[place]
      return found ? [found.value || found.label(turn)] : []
    })
}

function boundsFindings({ options, min, max }: Data): readonly KindFinding[] {
  const most = Math.min(max ?? options.length, options.length)
  if (min <= most) return []
  const words = unsaid('choices/empty-range', { min, most })
  return [{ code: 'choices/empty-range', severity: 'error', ...words, path: ['min'] }]
}

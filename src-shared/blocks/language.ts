import { z } from 'zod'
import { localizedText, variableRef } from '../document/field-types.ts'
import { localeSchema } from '../document/localized.ts'
import { type Unsaid, unsaid } from '../kit/say.ts'
import type { MessageOption } from '../message/message.ts'
import {
  type CheckContext,
  type CompileContext,
  type CompiledBlock,
  defineKind,
  type KindFinding,
} from './kind.ts'
import { languageIn, languageIndex } from './language-names.ts'
import { compilePages } from './option-pages.ts'

export const LANGUAGE_MODES = ['ask', 'fixed', 'detect'] as const

const schema = z.strictObject({
  /** Ask the customer, go on in a fixed language, or read a variable such as one the channel filled. */
  mode: z.enum(LANGUAGE_MODES),
  /** Asked above the languages. */
  prompt: localizedText,
  locale: localeSchema.nullable(),
  variable: variableRef,
})

type Data = z.infer<typeof schema>

const WAIT = { go: 'wait' } as const
const AGAIN = { go: 'again' } as const
const NEXT = { go: 'port', port: 'next' } as const
const UNKNOWN = { go: 'port', port: 'unknown' } as const

/**
 * Sets the language of the conversation to one of the bot's (requirements.md NHN-22). Asked, the customer chooses
 * among the languages by their own names; a bot of one language does not ask. A variable's value may be a tag or a
 * name; one that is no language of the bot leaves at `unknown`, or goes on with nothing connected there.
 */
export const language = defineKind({
  name: 'language',
  family: 'act',
  schema,
  hasInput: true,
  waits: ({ mode }) => mode === 'ask',
  defaults: ({ locale }): Data => ({ mode: 'ask', prompt: { [locale]: '' }, locale: null, variable: null }),
  ports: ({ mode }) => [
    { id: 'next', role: 'next', required: true },
    ...(mode === 'detect' ? [{ id: 'unknown', role: 'fallback', required: false } as const] : []),
  ],
  summary: (data, { text, variableName }) =>
    data.mode === 'ask'
      ? text(data.prompt)
      : data.mode === 'fixed'
        ? (data.locale ?? '')
        : variableName(data.variable),
  check: (data, context) => findings(data, context),
  compile(data, context) {
    if (data.mode === 'ask') return asking(data, context)
    if (data.mode === 'detect') return detecting(data, context)
    const { locale } = data
    return {
      enter(turn) {
        if (locale !== null) turn.speak(locale)
        return NEXT
      },
    }
  },
})

function asking(data: Data, context: CompileContext): CompiledBlock {
  const { locales } = context
  const prompt = context.text(data.prompt)
  const again = context.text(context.settings.notUnderstoodText ?? {})
  const options = locales.map(
    (locale): MessageOption => ({ id: optionOf(locale), label: languageIn(locale, locale) }),
  )
  const ids = options.map(({ id }) => id)
  const numbers = new Map(ids.map((id, at) => [String(at + 1), id]))
  const known = lazily(() => languageIndex(locales, context.normalise))
  const pages = compilePages(context)
  return {
    digresses: true,
    strikes: true,
    enter(turn) {
      if (locales.length < 2) return NEXT
      turn.say({ text: prompt(turn), options: pages.page(turn, options) })
      return WAIT
    },
    answer(turn, reply) {
      const chosen = ids.indexOf(reply.option ?? numbers.get(reply.normal) ?? '')
      const locale = locales[chosen] ?? known().get(reply.normal)
      if (locale !== undefined) {
        turn.speak(locale)
        return NEXT
      }
      if (!pages.turns(turn, options, reply)) return null
      turn.say({ text: prompt(turn), options: pages.page(turn, options) })
      return WAIT
    },
    refuse(turn) {
      const text = again(turn)
      if (text !== '') turn.say({ text })
      return AGAIN
    },
  }
}

function detecting(data: Data, context: CompileContext): CompiledBlock {
  const variable = context.variable(data.variable)
  const known = lazily(() => languageIndex(context.locales, context.normalise))
  const onUnknown = context.connected('unknown') ? UNKNOWN : NEXT
  return {
    enter(turn) {
      const written = context.normalise(String((variable && turn.value(variable)) ?? ''))
      const locale = known().get(written) ?? known().get(written.split(/[-_ ]/)[0] ?? '')
      if (locale === undefined) return onUnknown
      turn.speak(locale)
      return NEXT
    },
  }
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function optionOf(locale: string): string {
  return `lang_${locale}`
}

function findings(data: Data, { locales }: CheckContext): readonly KindFinding[] {
  const error = (code: string, words: Unsaid, path: string): readonly KindFinding[] => [
    { code, severity: 'error', ...words, path: [path] },
  ]
  switch (data.mode) {
    case 'ask':
      return Object.values(data.prompt).some(text => text.trim() !== '')
        ? []
        : error('language/no-prompt', unsaid('language/no-prompt', {}), 'prompt')
    case 'detect':
      return data.variable === null
        ? error('language/no-variable', unsaid('language/no-variable', {}), 'variable')
        : []
    case 'fixed':
      if (data.locale === null)
        return error('language/no-language', unsaid('language/no-language', {}), 'locale')
      return locales.includes(data.locale)
        ? []
        : error('language/not-spoken', unsaid('language/not-spoken', { locale: data.locale }), 'locale')
  }
}

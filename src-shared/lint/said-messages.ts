import type { CompileContext, CompiledVariable, Kind, Turn } from '../blocks/kind.ts'
import { inLocale, type Localized } from '../document/localized.ts'
import type { TemplateRecord } from '../document/records.ts'
import type { BotSettings, Channel } from '../document/settings.ts'
import { parseTemplate, type TemplatePart } from '../expression/template.ts'
import type { Value, ValueType } from '../kit/value.ts'
import { fileAddress, referredFile } from '../message/file-address.ts'
import type { Message } from '../message/message.ts'
import { normaliseText } from '../runtime/normalise-text.ts'
import type { BlockSubject } from './block-subject.ts'

/**
 * How long a value may come out that stands for a place in a text; characters. A text a customer typed has no bound,
 * and a name or an address is rarely longer than this.
 */
const LONGEST: Readonly<Record<ValueType, number>> = { text: 64, number: 16, boolean: 5, date: 10, list: 200 }

type Where = Readonly<{ channel: Channel; locale: string }>

/**
 * What a block says when it is entered, in a language and by channel, with the longest values its places may get. It
 * is run as in a conversation, in which nothing it does has an effect.
 */
export function saidMessages(
  subject: BlockSubject,
  locale: string,
): (channel: Channel) => readonly Message[] {
  const { kind } = subject.facts
  if (!kind) return () => []
  const compiled = (kind as Kind).compile(subject.block.data, contextOf(subject, locale))
  return channel => {
    const said: Message[] = []
    compiled.enter(turnOf(subject, { channel, locale }, said))
    return said.map(message => dressed(message, subject, locale))
  }
}

/** The bot's header and footer go around what has options (src-shared/runtime/compile-rules.ts). */
function dressed(message: Message, { wide }: BlockSubject, locale: string): Message {
  const { header = {}, footer = {} } = wide.settings
  if (!message.options) return message
  const longest = (texts: Localized) => longestOf(inLocale(texts, locale, wide.locales) ?? '', wide.known)
  const top = message.header ?? longest(header)
  const bottom = message.footer ?? longest(footer)
  return { ...message, ...(top ? { header: top } : {}), ...(bottom ? { footer: bottom } : {}) }
}

function contextOf({ wide, references }: BlockSubject, locale: string): CompileContext {
  const settings: BotSettings = wide.settings
  const text = (texts: Localized) => {
    const longest = longestOf(inLocale(texts, locale, wide.locales) ?? '', wide.known)
    return () => longest
  }
  return {
    locales: wide.locales,
    country: null,
    settings,
    normalise: normaliseText,
    connected: () => true,
    isConstant: () => false,
    variable: id => {
      const variable = id === null ? undefined : wide.variablesById.get(id)
      return variable ? ({ ...variable } satisfies CompiledVariable) : null
    },
    text,
    plain: text,
    template: source => {
      if (referredFile(source) !== null) return () => ANY_FILE
      const longest = longestOf(source, wide.known)
      // What begins with a place may be an address, and is one then.
      const whole = source.trimStart().startsWith('{{') ? `https://${longest.trimStart()}` : longest
      return () => whole
    },
    formula: () => () => 1,
    record: {
      template: id =>
        references.find(({ fact, record }) => fact.id === id && record?.type === 'template')
          ?.record as TemplateRecord,
      auth: () => undefined,
      intents: () => [],
      faqs: () => [],
      media: () => undefined,
    },
    understanding: { detect: () => NOTHING_UNDERSTOOD },
  }
}

/** Which one it is makes no difference to what a channel takes. */
const ANY_FILE = fileAddress('0'.repeat(64))

const NOTHING_UNDERSTOOD = { intents: [], faq: null, sentiment: 'neutral', score: 0 } as const

function turnOf({ wide }: BlockSubject, { channel, locale }: Where, said: Message[]): Turn {
  return {
    now: 0,
    locale,
    channel,
    tries: 0,
    heard: '',
    sentiment: 'neutral',
    memo: undefined,
    understood: () => NOTHING_UNDERSTOOD,
    random: () => 0,
    say: message => said.push(message),
    perform: () => {},
    wakeAt: () => {},
    raise: () => {},
    speak: () => {},
    get: name => longestValue(wide.known(name) ?? 'text'),
    value: variable => longestValue(variable.valueType),
    set: () => {},
    misfit: () => {},
    fail: () => {},
    choose: () => ({ kind: 'none' }),
  }
}

function longestValue(type: ValueType): Value {
  if (type === 'list') return ['W'.repeat(20)]
  if (type === 'number') return 999_999_999_999_999
  if (type === 'boolean') return false
  return 'W'.repeat(LONGEST[type])
}

function longestOf(source: string, known: BlockSubject['wide']['known']): string {
  if (!source.includes('{{')) return source
  const length = (part: TemplatePart) => {
    const { ast } = part.expression
    const type = ast.kind === 'name' ? known(ast.name) : undefined
    return LONGEST[type ?? 'text']
  }
  return parseTemplate(source)
    .parts.map(part => (typeof part === 'string' ? part : 'W'.repeat(length(part))))
    .join('')
}

import type { EffectRequest } from '../blocks/effect.ts'
import type { CompileContext, CompiledVariable, Kind, Turn } from '../blocks/kind.ts'
import { inLocale, type Localized } from '../document/localized.ts'
import type { AuthRecord, MediaRecord, TemplateRecord } from '../document/records.ts'
import type { BotSettings, Channel } from '../document/settings.ts'
import type { Value, ValueType } from '../kit/value.ts'
import { fileAddress, referredFile } from '../message/file-address.ts'
import type { Message } from '../message/message.ts'
import { normaliseText } from '../runtime/normalise-text.ts'
import type { BlockSubject, Reference } from './block-subject.ts'

/** What texts are filled in with, in place of the values of a conversation. */
export type Filling = Readonly<{
  /** A text with markup, its values made to be shown as they are. */
  text(source: string): string
  /** A text without markup. */
  plain(source: string): string
  /** A text that is the same in every language, such as an address. */
  template(source: string): string
  formula(source: string): Value
  valueOf(name: string, type: ValueType): Value
}>

/** What a block did when it was entered. */
export type Rehearsal = Readonly<{
  said: readonly Message[]
  performed: readonly EffectRequest[]
  /** What was not as it should be, in sentences. */
  failed: readonly string[]
}>

type Job = Readonly<{ locale: string; filling: Filling }>
type Done = { said: Message[]; performed: EffectRequest[]; failed: string[] }

const NOTHING: Rehearsal = { said: [], performed: [], failed: [] }

/**
 * What a block does when it is entered, in a language and by channel. It is run as in a conversation, in which nothing
 * it does has an effect.
 */
export function rehearse(
  subject: BlockSubject,
  locale: string,
  filling: Filling,
): (channel: Channel) => Rehearsal {
  const { kind } = subject.facts
  if (!kind) return () => NOTHING
  const job = { locale, filling }
  const compiled = (kind as Kind).compile(subject.block.data, contextOf(subject, job))
  return channel => {
    const done: Done = { said: [], performed: [], failed: [] }
    compiled.enter(turnOf(subject, { ...job, channel }, done))
    return { ...done, said: done.said.map(message => dressed(message, subject, job)) }
  }
}

/** The bot's header and footer go around what has options (src-shared/runtime/compile-rules.ts). */
function dressed(message: Message, { wide }: BlockSubject, { locale, filling }: Job): Message {
  const { header = {}, footer = {} } = wide.settings
  if (!message.options) return message
  const filled = (texts: Localized) => filling.text(inLocale(texts, locale, wide.locales) ?? '')
  const top = message.header ?? filled(header)
  const bottom = message.footer ?? filled(footer)
  return { ...message, ...(top ? { header: top } : {}), ...(bottom ? { footer: bottom } : {}) }
}

function contextOf({ wide, references }: BlockSubject, { locale, filling }: Job): CompileContext {
  const settings: BotSettings = wide.settings
  const inOwn = (fill: (source: string) => string) => (texts: Localized) => {
    const filled = fill(inLocale(texts, locale, wide.locales) ?? '')
    return () => filled
  }
  const referred = (id: string | null) =>
    id === null ? undefined : references.find(({ fact, record }) => fact.id === id && record)?.record
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
    text: inOwn(filling.text),
    plain: inOwn(filling.plain),
    template: source => {
      const file = referredFile(source)
      if (file !== null) return () => contentOf(referred(file))
      const filled = filling.template(source)
      return () => filled
    },
    formula: source => () => filling.formula(source),
    record: {
      template: id => referred(id) as TemplateRecord | undefined,
      auth: id => referred(id) as AuthRecord | undefined,
      intents: () => [],
      faqs: () => [],
      media: id => referred(id) as MediaRecord | undefined,
    },
    understanding: { detect: () => NOTHING_UNDERSTOOD },
  }
}

function contentOf(record: Reference['record']): string {
  return record?.type === 'media' ? fileAddress(record.hash) : ''
}

const NOTHING_UNDERSTOOD = { intents: [], faq: null, sentiment: 'neutral', score: 0 } as const

function turnOf(
  { wide }: BlockSubject,
  { channel, locale, filling }: Job & { channel: Channel },
  done: Done,
): Turn {
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
    say: message => done.said.push(message),
    perform: effect => done.performed.push(effect),
    wakeAt: () => {},
    raise: () => {},
    speak: () => {},
    get: name => filling.valueOf(name, wide.known(name) ?? 'text'),
    value: variable => filling.valueOf(variable.name, variable.valueType),
    set: () => {},
    misfit: () => {},
    fail: (_, message) => done.failed.push(message),
    choose: () => ({ kind: 'none' }),
  }
}

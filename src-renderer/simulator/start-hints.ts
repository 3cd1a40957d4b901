import type { BotDocument } from '../../src-shared/document/bot-document.ts'

/**
 * How a conversation can begin: keywords to send, whether any message will do, whether something from outside does, and
 * what is missing otherwise.
 */
export type StartHints = Readonly<{
  keywords: readonly string[]
  anyMessage: boolean
  outside: boolean
  missing: 'entry' | 'keyword' | null
}>

const OUTSIDE: ReadonlySet<unknown> = new Set(['proactive', 'referral', 'event', 'schedule'])

/** Keywords of the customer's language and of any language, each once, in the order they were made (NHN-28). */
export function startHints(document: BotDocument, locale: string): StartHints {
  const triggers = [...document.all('block')]
    .filter(({ kind }) => kind === 'entry')
    .map(({ data }) => data.trigger)
  const anyMessage = triggers.includes('anyMessage')
  const language = locale.split('-')[0]
  const all = [...document.all('keyword')].filter(({ entry }) => document.get(entry))
  const near = all.filter(keyword => keyword.locale === null || keyword.locale.split('-')[0] === language)
  const keywords = [...new Set((near.length > 0 ? near : all).map(({ text }) => text.trim()))]
  const outside = triggers.some(trigger => OUTSIDE.has(trigger))
  const wakes = anyMessage || keywords.length > 0 || outside
  return {
    keywords,
    anyMessage,
    outside,
    missing: wakes ? null : triggers.length === 0 ? 'entry' : 'keyword',
  }
}

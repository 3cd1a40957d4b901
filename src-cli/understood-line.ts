import type { BotDocument } from '../src-shared/document/bot-document.ts'
import type { FaqId, IntentId } from '../src-shared/document/ids.ts'
import type { EventOf } from '../src-shared/runtime/events.ts'

/** So many guesses say what the bot hesitated between. */
const GUESSES = 3

/** What the bot made of a message, its best guesses, and how the message sounds where it sounds like anything. */
export function understoodLine(
  document: BotDocument,
  { intents, chosen, sentiment }: EventOf<'understood'>,
): string {
  const guesses = intents
    .slice(0, GUESSES)
    .map(({ intent, confidence }) => `${nameOf(document, intent)} ${Math.round(confidence * 100)} %`)
  const meant = chosen
    ? `Understood as “${nameOf(document, chosen)}”`
    : guesses.length > 0
      ? 'Not sure what this means'
      : 'Like nothing this bot knows'
  const list = guesses.length > 0 ? ` (${guesses.join(', ')})` : ''
  return `${meant}${list}${sentiment === 'neutral' ? '' : `; it sounds ${sentiment}`}.`
}

function nameOf(document: BotDocument, id: IntentId | FaqId): string {
  const record = document.get(id)
  if (record?.type === 'intent') return record.name
  if (record?.type !== 'faq') return id
  const first = document.bot.locales.flatMap(locale => record.questions[locale] ?? [])[0]
  return first ?? id
}

import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { RecordId } from '../../src-shared/document/ids.ts'
import type { EventOf } from '../../src-shared/runtime/events.ts'

/** So many guesses say what the bot hesitated between. */
const GUESSES = 3

/** What the bot made of a message: what it took it for, its best guesses and how sure it was, and how it sounds. */
export function understoodWords(
  t: TFunction,
  document: BotDocument,
  { intents, chosen, sentiment }: EventOf<'understood'>,
): string {
  const guesses = intents.slice(0, GUESSES).map(({ intent, confidence }) =>
    t('simulator.event.understood.guess', {
      intent: nameOfMeant(t, document, intent),
      sure: confidence,
      formatParams: { sure: { style: 'percent', maximumFractionDigits: 0 } },
    }),
  )
  const feeling = sentiment === 'neutral' ? '' : t(`simulator.event.understood.sounds.${sentiment}`)
  const how = chosen ? 'as' : guesses.length > 0 ? 'unsure' : 'nothing'
  const meant = chosen ? nameOfMeant(t, document, chosen) : ''
  const text = t(`simulator.event.understood.${how}`, { meant })
  return [text + (guesses.length > 0 ? ` (${guesses.join(', ')})` : ''), feeling].filter(Boolean).join(' · ')
}

/** An intent by its name, a question by its first wording in the bot's first language that has one. */
export function nameOfMeant(t: TFunction, document: BotDocument, id: string): string {
  const record = document.get(id as RecordId)
  if (record?.type === 'intent') return record.name
  if (record?.type !== 'faq') return t('simulator.event.understood.deleted')
  const first = document.bot.locales.flatMap(locale => record.questions[locale] ?? [])[0]
  return first ?? t('simulator.event.understood.deleted')
}

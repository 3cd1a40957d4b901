import type { BotDocument } from '../document/bot-document.ts'
import type { Problem } from '../kit/result.ts'
import { missingFields } from '../lint/mandatory-fields.ts'

/**
 * What a bot needs before it is submitted (requirements.md KAL-06): a brief that says something, a flow that does more
 * than begin, and what every version needs (KAL-11).
 */
export function missingForReview(document: BotDocument): readonly Problem[] {
  const { bot } = document
  const missing: Problem[] = []
  if (Object.keys(bot.brief ?? {}).length === 0)
    missing.push({ code: 'review/no-brief', message: 'the use-case brief', pointer: bot.id })
  if (![...document.all('block')].some(({ kind }) => kind !== 'entry'))
    missing.push({ code: 'review/no-flow', message: 'a flow with blocks', pointer: bot.mainFlow })
  return [...missing, ...missingFields(document)]
}

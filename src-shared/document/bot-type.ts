import type { BotDocument } from './bot-document.ts'
import type { BlockRecord } from './records.ts'

/** The four types of requirements.md NHN-05, each able to do what those before it can. */
export const BOT_TYPES = ['bot', 'chatbot', 'conversational', 'cognitive'] as const
export type BotType = (typeof BOT_TYPES)[number]

/** Blocks that let the customer choose among what is written. */
const CHOOSING = ['menu', 'choices', 'quiz', 'answers']

/** The only kinds of blocks that decide the type: who reads a bot for it needs no others. */
export const KINDS_THAT_TELL: readonly string[] = [
  ...CHOOSING,
  'cards',
  'language',
  'condition',
  'intent',
  'sentiment',
]

/** What a formula asks about the customer: how a message felt, or who is writing. */
const ABOUT_THE_CUSTOMER = /\b(SENTIMENT\s*\(|(NOME_CLIENTE|NUMERO_CLIENTE|OMNICHANNEL_SESSION)\b)/i
const QUOTED = /"(?:[^"\\]|\\.)*"/g

/**
 * What a bot is, by what it uses (requirements.md NHN-05); never set by hand.
 * - `cognitive`: goes by feeling or by the customer's profile: a sentiment block, the handover of unhappy customers, or
 *   a condition about either
 * - `conversational`: understands intents: an intent block, or an intent with an entry
 * - `chatbot`: menus, other choices, questions and answers, or keywords that are patterns
 * - `bot`: gives information or takes data
 */
export function botType(document: BotDocument): BotType {
  let found: BotType = isConversational(document)
    ? 'conversational'
    : hasPatterns(document)
      ? 'chatbot'
      : 'bot'
  if ((document.bot.settings?.transferOnSentiment ?? 0) > 0) return 'cognitive'
  for (const block of document.all('block')) {
    if (isCognitive(block)) return 'cognitive'
    if (block.kind === 'intent') found = 'conversational'
    else if (found === 'bot' && isChoosing(block)) found = 'chatbot'
  }
  return found
}

function isConversational(document: BotDocument): boolean {
  for (const { entry } of document.all('intent')) if (entry !== null) return true
  return false
}

function hasPatterns(document: BotDocument): boolean {
  if (document.count('faq') > 0) return true
  for (const { match } of document.all('keyword')) if (match !== 'exact') return true
  return false
}

function isCognitive({ kind, data }: BlockRecord): boolean {
  if (kind === 'sentiment') return true
  if (kind !== 'condition') return false
  return listOf(data.branches).some(({ when }) =>
    ABOUT_THE_CUSTOMER.test(String(when ?? '').replace(QUOTED, '""')),
  )
}

function isChoosing({ kind, data }: BlockRecord): boolean {
  if (kind === 'cards') return listOf(data.cards).some(({ choose }) => choose !== undefined)
  if (kind === 'language') return data.mode === 'ask'
  return CHOOSING.includes(kind)
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value : []
}

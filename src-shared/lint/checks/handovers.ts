import { unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import type { BotFacts } from '../bot-facts.ts'
import { botCheck } from '../check.ts'
import type { Finding } from '../issue.ts'

type Facts = Pick<BotFacts, 'bot' | 'entries' | 'handovers'>

/**
 * A handover needs its pre-chat dialog in every language (requirements.md CM-01), and whatever hands over of itself
 * needs one too (KAR-11).
 */
export const checkHandovers = botCheck(['bot', 'entries', 'handovers'], facts => {
  const missing = localesWithout(facts)
  if (missing.length === 0) return []
  return [...blocksThatHandOver(facts, missing), ...settingsThatHandOver(facts, missing)]
})

/** The languages without a pre-chat entry of their own, of their language, or for all (CM-01 E: fallback). */
function localesWithout({ entries, bot }: Facts): readonly string[] {
  const dialogs = new Set(
    entries.filter(({ data }) => data.trigger === 'preChat').map(({ data }) => (data.locale as string) ?? ''),
  )
  return bot.locales.filter(
    locale => !dialogs.has('') && !dialogs.has(locale) && !dialogs.has(locale.split('-')[0] ?? ''),
  )
}

function blocksThatHandOver({ handovers }: Facts, missing: readonly string[]): readonly Finding[] {
  return handovers.map((block): Finding => {
    const words = unsaid('handover/no-pre-chat', { block: named(block), locales: missing })
    return { code: 'handover/no-pre-chat', severity: 'error', ...words, record: block.id }
  })
}

function settingsThatHandOver({ bot }: Facts, missing: readonly string[]): readonly Finding[] {
  const { transferOnInvalid, transferOnNegative, transferOnSentiment, agentWords } = bot.settings ?? {}
  const asks = Object.values(agentWords ?? {}).some(words => words.length > 0)
  if (!transferOnInvalid && !transferOnNegative && !transferOnSentiment && !asks) return []
  const words = unsaid('handover/no-pre-chat', { block: null, locales: missing })
  return [{ code: 'handover/no-pre-chat', severity: 'error', ...words, record: bot.id, path: ['settings'] }]
}

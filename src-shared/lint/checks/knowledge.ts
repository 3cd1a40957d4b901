import { BUILT_IN_LISTS } from '../../blocks/built-in-words.ts'
import type { Localized } from '../../document/localized.ts'
import { unsaid } from '../../kit/say.ts'
import { normaliseText } from '../../runtime/normalise-text.ts'
import type { BotFacts } from '../bot-facts.ts'
import { botCheck } from '../check.ts'
import { fixLabel } from '../fix-label.ts'
import type { Finding } from '../issue.ts'

/** Intents and questions that can never be understood, or lead nowhere. */
export const checkKnowledge = botCheck(['intents', 'routedIntents', 'faqs'], facts => {
  const issues: Finding[] = []
  const routed = new Set(facts.routedIntents)
  for (const { id, name, phrases, entry } of facts.intents) {
    if (!hasAny(phrases)) {
      const words = unsaid('intent/no-phrases', { name })
      issues.push({ code: 'intent/no-phrases', severity: 'warning', ...words, record: id, path: ['phrases'] })
    } else if (entry === null && !routed.has(id)) {
      const words = unsaid('intent/unused', { name })
      issues.push({ code: 'intent/unused', severity: 'warning', ...words, record: id, path: ['entry'] })
    }
  }
  for (const { id, questions, answer } of facts.faqs) {
    if (!hasAny(questions)) {
      const words = unsaid('faq/no-question', { text: firstOf(Object.values(answer)) })
      issues.push({ code: 'faq/no-question', severity: 'warning', ...words, record: id, path: ['questions'] })
    } else if (Object.values(answer).every(text => text.trim() === '')) {
      const words = unsaid('faq/no-answer', { text: firstOf(Object.values(questions).flat()) })
      issues.push({ code: 'faq/no-answer', severity: 'error', ...words, record: id, path: ['answer'] })
    }
  }
  return issues
})

/** The first of texts that is written, short enough for a sentence. */
function firstOf(texts: readonly string[]): string {
  const [first = ''] = texts.map(text => text.trim()).filter(text => text !== '')
  return first.length > MAX_QUOTED ? `${first.slice(0, MAX_QUOTED)}…` : first
}

/** Characters. */
const MAX_QUOTED = 60

function hasAny(lists: Localized<readonly string[]>): boolean {
  return Object.values(lists).some(list => list.some(text => text.trim() !== ''))
}

/** requirements.md NHN-29: a keyword that always means something else would never be one. */
export const checkGlobalWords = botCheck(['bot', 'keywords', 'entries', 'handovers'], facts => {
  const taken = wordsOf(facts)
  return facts.keywords.flatMap((keyword): readonly Finding[] => {
    const does = taken.get(normaliseText(keyword.text))
    if (!does) return []
    const words = unsaid('keyword/is-global', { name: keyword.text.trim(), does })
    const changes = { [keyword.id]: { before: keyword, after: null } }
    const fix = { ...fixLabel('fix/remove-keyword', {}), changes }
    return [{ code: 'keyword/is-global', severity: 'error', ...words, record: keyword.id, fix }]
  })
})

type Does = 'handover' | 'optOut'
type WordFacts = Pick<BotFacts, 'bot' | 'entries' | 'handovers'>

function wordsOf({ bot, handovers, entries }: WordFacts): ReadonlyMap<string, Does> {
  const { optOutWords, agentWords } = bot.settings ?? {}
  const words = new Map<string, Does>()
  const add = (lists: Localized<readonly string[]>, does: Does) => {
    for (const word of Object.values(lists).flat()) words.set(normaliseText(word), does)
    words.delete('')
  }
  const handsOver =
    handovers.some(({ kind }) => kind === 'handover') ||
    entries.some(({ data }) => data.trigger === 'preChat')
  if (handsOver) add(agentWords ?? BUILT_IN_LISTS.agent, 'handover')
  add(optOutWords ?? BUILT_IN_LISTS.optOut, 'optOut')
  return words
}

import { BUILT_IN_LISTS } from '../../blocks/built-in-words.ts'
import type { Localized } from '../../document/localized.ts'
import { normaliseText } from '../../runtime/normalise-text.ts'
import type { BotFacts } from '../bot-facts.ts'
import { botCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/** Intents and questions that can never be understood, or lead nowhere. */
export const checkKnowledge = botCheck(['intents', 'routedIntents', 'faqs'], facts => {
  const issues: Issue[] = []
  const routed = new Set(facts.routedIntents)
  for (const { id, name, phrases, entry } of facts.intents) {
    if (!hasAny(phrases)) {
      const message = `The intent “${name}” has no phrases, so nothing means it.`
      issues.push({ code: 'intent/no-phrases', severity: 'warning', message, record: id, path: ['phrases'] })
    } else if (entry === null && !routed.has(id)) {
      const message = `The intent “${name}” leads nowhere: it has no entry, and no block asks for it.`
      issues.push({ code: 'intent/unused', severity: 'warning', message, record: id, path: ['entry'] })
    }
  }
  for (const { id, questions, answer } of facts.faqs) {
    if (!hasAny(questions)) {
      const said = firstOf(Object.values(answer))
      const message = said
        ? `The answer “${said}” has no question, so nobody can ask for it.`
        : 'A question and its answer are not written yet.'
      issues.push({ code: 'faq/no-question', severity: 'warning', message, record: id, path: ['questions'] })
    } else if (Object.values(answer).every(text => text.trim() === '')) {
      const message = `The question “${firstOf(Object.values(questions).flat())}” has no answer.`
      issues.push({ code: 'faq/no-answer', severity: 'error', message, record: id, path: ['answer'] })
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
  return facts.keywords.flatMap((keyword): readonly Issue[] => {
    const what = taken.get(normaliseText(keyword.text))
    if (!what) return []
    const message = `The keyword “${keyword.text.trim()}” is a word that ${what} and would never be a keyword.`
    const fix = { label: 'Remove the keyword', changes: { [keyword.id]: { before: keyword, after: null } } }
    return [{ code: 'keyword/is-global', severity: 'error', message, record: keyword.id, fix }]
  })
})

type WordFacts = Pick<BotFacts, 'bot' | 'entries' | 'handovers'>

function wordsOf({ bot, handovers, entries }: WordFacts): ReadonlyMap<string, string> {
  const { optOutWords, agentWords } = bot.settings ?? {}
  const words = new Map<string, string>()
  const add = (lists: Localized<readonly string[]>, what: string) => {
    for (const word of Object.values(lists).flat()) words.set(normaliseText(word), what)
    words.delete('')
  }
  const handsOver =
    handovers.some(({ kind }) => kind === 'handover') ||
    entries.some(({ data }) => data.trigger === 'preChat')
  if (handsOver) add(agentWords ?? BUILT_IN_LISTS.agent, 'asks for a person')
  add(optOutWords ?? BUILT_IN_LISTS.optOut, 'ends all messages')
  return words
}

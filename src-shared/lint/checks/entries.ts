import type { FlowId } from '../../document/ids.ts'
import type { BlockRecord } from '../../document/records.ts'
import { unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import { addKeywords } from '../add-keywords.ts'
import type { BotFacts } from '../bot-facts.ts'
import { botCheck } from '../check.ts'
import { fixLabel } from '../fix-label.ts'
import type { Finding } from '../issue.ts'

/** Whether a conversation can begin at all, and every beginning can be used (requirements.md NHN-28). */
export const checkEntries = botCheck(['bot', 'flows', 'entries', 'keywords', 'calledEntries'], facts => [
  ...beginnings(facts),
  ...keywordless(facts),
  ...rivals(facts),
])

type Facts = Pick<BotFacts, 'bot' | 'flows' | 'entries' | 'keywords' | 'calledEntries'>

function triggered({ entries }: Facts, trigger: string): readonly BlockRecord[] {
  return entries.filter(({ data }) => data.trigger === trigger)
}

function beginnings({ bot, flows, entries }: Facts): Finding[] {
  const record = bot.mainFlow
  if (entries.length === 0)
    return [
      {
        code: 'entry/none',
        severity: 'error',
        ...unsaid('entry/none', {}),
        record,
      },
    ]
  if (entries.some(({ flow }) => flow === record)) return []
  const words = unsaid('entry/none-in-main', { name: nameOf(record, flows) })
  return [{ code: 'entry/none-in-main', severity: 'warning', ...words, record }]
}

/** An error when nothing can wake the bot; an entry that others stand in for is only never used. */
function keywordless(facts: Facts): Finding[] {
  const { keywords, calledEntries } = facts
  const withKeyword = new Set(keywords.map(({ entry }) => entry))
  const wakes = withKeyword.size > 0 || triggered(facts, 'anyMessage').length > 0
  const called = new Set(calledEntries)
  return triggered(facts, 'keyword').flatMap((entry): Finding[] => {
    if (withKeyword.has(entry.id) || (wakes && called.has(entry.id))) return []
    const fix = { ...fixLabel('fix/add-keywords', {}), changes: addKeywords(keywords, entry.id) }
    const severity = wakes ? 'warning' : 'error'
    const words = unsaid('entry/no-keyword', { block: named(entry), wakes })
    const mends = Object.keys(fix.changes).length > 0
    return [{ code: 'entry/no-keyword', severity, ...words, record: entry.id, ...(mends ? { fix } : {}) }]
  })
}

function rivals(facts: Facts): Finding[] {
  const second = triggered(facts, 'anyMessage').slice(1)
  const words = unsaid('entry/second-any-message', {})
  const issues = second.map(
    ({ id }): Finding => ({ code: 'entry/second-any-message', severity: 'error', ...words, record: id }),
  )
  const seen = new Set<string>()
  for (const { id, flow } of triggered(facts, 'call')) {
    if (seen.has(flow)) {
      const twice = unsaid('entry/second-call', { name: nameOf(flow, facts.flows) })
      issues.push({ code: 'entry/second-call', severity: 'error', ...twice, record: id })
    }
    seen.add(flow)
  }
  return issues
}

function nameOf(flow: FlowId, flows: Facts['flows']): string {
  return flows.find(({ id }) => id === flow)?.name ?? ''
}

import { blockName } from '../../blocks/block-name.ts'
import type { FlowId } from '../../document/ids.ts'
import type { BlockRecord } from '../../document/records.ts'
import { addKeywords } from '../add-keywords.ts'
import type { BotFacts } from '../bot-facts.ts'
import { botCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

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

function beginnings({ bot, flows, entries }: Facts): Issue[] {
  const record = bot.mainFlow
  if (entries.length === 0)
    return [
      {
        code: 'entry/none',
        severity: 'error',
        message: 'The bot has no entry: no conversation can begin.',
        record,
      },
    ]
  if (entries.some(({ flow }) => flow === record)) return []
  const message = `The main flow “${nameOf(record, flows)}” has no entry; conversations begin in other flows only.`
  return [{ code: 'entry/none-in-main', severity: 'warning', message, record }]
}

/** An error when nothing can wake the bot; an entry that others stand in for is only never used. */
function keywordless(facts: Facts): Issue[] {
  const { keywords, calledEntries } = facts
  const withKeyword = new Set(keywords.map(({ entry }) => entry))
  const wakes = withKeyword.size > 0 || triggered(facts, 'anyMessage').length > 0
  const called = new Set(calledEntries)
  return triggered(facts, 'keyword').flatMap((entry): Issue[] => {
    if (withKeyword.has(entry.id) || (wakes && called.has(entry.id))) return []
    const fix = { label: 'Add the default keywords', changes: addKeywords(keywords, entry.id) }
    const severity = wakes ? 'warning' : 'error'
    const message = `No activation keyword leads to ${blockName(entry)}${wakes ? '.' : ', so nothing wakes the bot.'}`
    const mends = Object.keys(fix.changes).length > 0
    return [{ code: 'entry/no-keyword', severity, message, record: entry.id, ...(mends ? { fix } : {}) }]
  })
}

function rivals(facts: Facts): Issue[] {
  const second = triggered(facts, 'anyMessage').slice(1)
  const message = 'Two entries take any message; only the first one is used.'
  const issues = second.map(
    ({ id }): Issue => ({ code: 'entry/second-any-message', severity: 'error', message, record: id }),
  )
  const seen = new Set<string>()
  for (const { id, flow } of triggered(facts, 'call')) {
    if (seen.has(flow)) {
      const name = nameOf(flow, facts.flows)
      const text = `Flow “${name}” has two entries for calls; only the first one is used.`
      issues.push({ code: 'entry/second-call', severity: 'error', message: text, record: id })
    }
    seen.add(flow)
  }
  return issues
}

function nameOf(flow: FlowId, flows: Facts['flows']): string | undefined {
  return flows.find(({ id }) => id === flow)?.name
}

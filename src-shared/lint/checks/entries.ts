import type { BlockRecord } from '../../document/records.ts'
import { addKeywords } from '../add-keywords.ts'
import { blockName, capitalBlockName } from '../block-name.ts'
import type { BotCheck } from '../check.ts'
import type { Issue } from '../issue.ts'
import type { LintContext } from '../lint-context.ts'

/** Whether a conversation can begin at all, and called flows have a beginning (requirements.md NHN-28). */
export const checkEntries: BotCheck = context => [
  ...beginnings(context),
  ...keywordless(context),
  ...rivals(context),
  ...calledWithoutEntry(context),
]

function triggered({ entries }: LintContext, trigger: string): readonly BlockRecord[] {
  return entries.filter(({ data }) => data.trigger === trigger)
}

function beginnings({ document, entries }: LintContext): Issue[] {
  const record = document.bot.mainFlow
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
  const message = `The main flow “${document.get(record)?.name}” has no entry; conversations begin in other flows only.`
  return [{ code: 'entry/none-in-main', severity: 'warning', message, record }]
}

/** An error when nothing can wake the bot; an entry that others stand in for is only never used. */
function keywordless(context: LintContext): Issue[] {
  const { document, graph } = context
  const withKeyword = new Set([...document.all('keyword')].map(({ entry }) => entry))
  const wakes = withKeyword.size > 0 || triggered(context, 'anyMessage').length > 0
  const called = new Set(context.subjects.map((_, number) => graph.calledStart(number)))
  return triggered(context, 'keyword').flatMap((entry): Issue[] => {
    if (withKeyword.has(entry.id) || (wakes && called.has(graph.numberOf(entry.id)))) return []
    const fix = { label: 'Add the default keywords', changes: addKeywords(document, entry.id) }
    const severity = wakes ? 'warning' : 'error'
    const message = `No activation keyword leads to ${blockName(entry)}${wakes ? '.' : ', so nothing wakes the bot.'}`
    const mends = Object.keys(fix.changes).length > 0
    return [{ code: 'entry/no-keyword', severity, message, record: entry.id, ...(mends ? { fix } : {}) }]
  })
}

function rivals(context: LintContext): Issue[] {
  const second = triggered(context, 'anyMessage').slice(1)
  const message = 'Two entries take any message; only the first one is used.'
  const issues = second.map(
    ({ id }): Issue => ({ code: 'entry/second-any-message', severity: 'error', message, record: id }),
  )
  const seen = new Set<string>()
  for (const { id, flow } of triggered(context, 'call')) {
    if (seen.has(flow)) {
      const name = context.document.get(flow)?.name
      const text = `Flow “${name}” has two entries for calls; only the first one is used.`
      issues.push({ code: 'entry/second-call', severity: 'error', message: text, record: id })
    }
    seen.add(flow)
  }
  return issues
}

function calledWithoutEntry({ subjects, graph }: LintContext): Issue[] {
  const issues: Issue[] = []
  for (const { block, references } of subjects)
    for (const { fact, record } of references) {
      if (record?.type !== 'flow' || graph.starts.has(record.id)) continue
      const message = `${capitalBlockName(block)} calls “${record.name}”, which has no entry.`
      issues.push({ code: 'flow/no-entry', severity: 'error', message, record: block.id, path: fact.path })
    }
  return issues
}

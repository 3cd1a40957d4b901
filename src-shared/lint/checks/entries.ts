import { addKeywords } from '../add-keywords.ts'
import type { BotCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/** Whether a conversation can begin at all, and called flows have a beginning. */
export const checkEntries: BotCheck = function* (context): Iterable<Issue> {
  const { document } = context
  const entries = [...document.all('block')].filter(({ kind }) => kind === 'entry')
  const triggered = (trigger: string) => entries.filter(({ data }) => data.trigger === trigger)
  const mainFlow = document.bot.mainFlow
  if (entries.length === 0)
    yield { code: 'entry/none', severity: 'error', message: 'The bot has no entry: no conversation can begin.', record: mainFlow }
  const byKeyword = new Set([...document.all('keyword')].map(({ entry }) => entry))
  for (const entry of triggered('keyword'))
    if (!byKeyword.has(entry.id) && (triggered('anyMessage').length === 0 || entry.flow !== mainFlow))
      yield {
        code: 'entry/no-keyword',
        severity: 'error',
        message: `No activation keyword leads to ${context.name(entry)}.`,
        record: entry.id,
        fix: { label: 'Add the default keywords', changes: addKeywords(document, entry.id) },
      }
  for (const extra of triggered('anyMessage').slice(1))
    yield { code: 'entry/second-any-message', severity: 'error', message: 'Two entries take any message; only the first one would.', record: extra.id }
  for (const flow of document.all('flow')) {
    const [first, ...more] = context.entriesOf(flow.id).filter(({ data }) => data.trigger === 'call')
    const second = more[0]
    if (first && second) yield { code: 'entry/second-call', severity: 'error', message: `Flow “${flow.name}” has two entries for calls; only one would be used.`, record: second.id }
  }
  for (const block of document.all('block'))
    for (const issue of calledWithoutEntry(block)) yield issue

  function calledWithoutEntry(block: (typeof entries)[number]): Issue[] {
    const issues: Issue[] = []
    context.visit(block, ({ role, value, path }) => {
      const flow = role === 'flow' && value ? document.get(value as typeof mainFlow) : undefined
      if (flow && context.entriesOf(flow.id).length === 0)
        issues.push({ code: 'flow/no-entry', severity: 'error', message: `${context.name(block)} calls “${flow.name}”, which has no entry.`, record: block.id, path })
    })
    return issues
  }
}

import { blockName } from '../block-name.ts'
import type { BotCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/** Blocks no conversation comes to. An entry for calls only counts when a block that is reached calls it. */
export const checkReachability: BotCheck = ({ document, subjects, entries, graph }) => {
  const beginnings = entries.filter(({ data }) => data.trigger !== 'call').map(({ id }) => id)
  if (document.bot.mainMenu) beginnings.push(document.bot.mainMenu)
  const seen = new Uint8Array(subjects.length)
  const ahead: number[] = []
  const visit = (number: number | undefined) => {
    if (number === undefined || seen[number]) return
    seen[number] = 1
    ahead.push(number)
  }
  for (const id of beginnings) visit(graph.numberOf(id))
  for (let number = ahead.pop(); number !== undefined; number = ahead.pop())
    for (const next of graph.next[number] ?? []) visit(next)
  const issues: Issue[] = []
  subjects.forEach(({ block }, number) => {
    if (seen[number]) return
    const message = `No conversation comes to ${blockName(block)}.`
    issues.push({ code: 'block/unreachable', severity: 'warning', message, record: block.id })
  })
  return issues
}

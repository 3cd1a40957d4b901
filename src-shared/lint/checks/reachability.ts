import type { BlockId } from '../../document/ids.ts'
import type { BlockRecord } from '../../document/records.ts'
import type { BotCheck } from '../check.ts'
import type { Issue } from '../issue.ts'
import type { LintContext } from '../lint-context.ts'

/** Blocks no conversation comes to. Entries are beginnings; an entry for calls only counts when something calls it. */
export const checkReachability: BotCheck = function* (context): Iterable<Issue> {
  const { document } = context
  const ahead: BlockId[] = [...document.all('block')].filter(isBeginning).map(({ id }) => id)
  if (document.bot.mainMenu) ahead.push(document.bot.mainMenu)
  const seen = new Set<BlockId>(ahead)
  for (let id = ahead.pop(); id; id = ahead.pop()) {
    const block = document.get(id)
    for (const next of block ? context.next(block) : [])
      if (!seen.has(next)) {
        seen.add(next)
        ahead.push(next)
      }
  }
  for (const block of document.all('block'))
    if (!seen.has(block.id))
      yield { code: 'block/unreachable', severity: 'warning', message: `No conversation comes to ${context.name(block)}.`, record: block.id }
}

function isBeginning({ kind, data }: BlockRecord): boolean {
  return kind === 'entry' && data.trigger !== 'call'
}

/**
 * Circles a conversation could run round for ever: not one block in them waits for the customer (NHN-15). Found as
 * strongly connected parts of the graph without the blocks that wait (Tarjan's algorithm, with a stack of its own).
 */
export const checkLoops: BotCheck = function* (context): Iterable<Issue> {
  for (const circle of circles(context)) {
    const [first] = circle
    if (!first) continue
    const names = circle.slice(0, 4).map((block) => context.name(block)).join(', ')
    yield { code: 'flow/endless-loop', severity: 'error', message: `${names} can run in a circle without ever waiting for the customer.`, record: first.id }
  }
}

function circles(context: LintContext): BlockRecord[][] {
  const found: BlockRecord[][] = []
  const order = new Map<BlockId, number>()
  const low = new Map<BlockId, number>()
  const open: BlockRecord[] = []
  const isOpen = new Set<BlockId>()
  const leads = (block: BlockRecord) =>
    context
      .next(block)
      .map((id) => context.document.get(id))
      .filter((next): next is BlockRecord => next !== undefined && !context.kind(next)?.waits)
  const begin = (block: BlockRecord) => {
    order.set(block.id, order.size)
    low.set(block.id, order.size - 1)
    open.push(block)
    isOpen.add(block.id)
    return { block, next: leads(block), at: 0 }
  }
  for (const root of context.document.all('block')) {
    if (order.has(root.id) || context.kind(root)?.waits) continue
    const path = [begin(root)]
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const next = step.next[step.at]
      step.at += 1
      if (next && !order.has(next.id)) path.push(begin(next))
      else if (next && isOpen.has(next.id)) lower(low, step.block.id, order.get(next.id))
      else if (!next) {
        path.pop()
        const parent = path.at(-1)
        if (parent) lower(low, parent.block.id, low.get(step.block.id))
        if (low.get(step.block.id) === order.get(step.block.id)) closePart(step.block)
      }
    }
  }
  return found

  function closePart(root: BlockRecord): void {
    const part = open.splice(open.lastIndexOf(root))
    for (const { id } of part) isOpen.delete(id)
    if (part.length > 1 || leads(root).some(({ id }) => id === root.id)) found.push(part)
  }
}

function lower(low: Map<BlockId, number>, id: BlockId, to: number | undefined): void {
  if (to !== undefined && to < (low.get(id) ?? 0)) low.set(id, to)
}

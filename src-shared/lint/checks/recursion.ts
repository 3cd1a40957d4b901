import type { FlowId } from '../../document/ids.ts'
import type { BotCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/** Flows that call each other in a circle: every round is one more place to return to, until the limit is reached. */
export const checkRecursion: BotCheck = function* (context): Iterable<Issue> {
  const { document } = context
  const calls = new Map<FlowId, Set<FlowId>>()
  for (const block of document.all('block'))
    context.visit(block, ({ role, value }) => {
      if (role !== 'flow' || !value) return
      const called = calls.get(block.flow) ?? new Set()
      calls.set(block.flow, called.add(value as FlowId))
    })
  for (const flow of calls.keys()) {
    if (!reaches(calls, flow)) continue
    const name = document.get(flow)?.name ?? flow
    yield { code: 'flow/calls-itself', severity: 'error', message: `Flow “${name}” calls itself, directly or through others; use a go-to block to begin it again.`, record: flow }
  }
}

function reaches(calls: ReadonlyMap<FlowId, ReadonlySet<FlowId>>, flow: FlowId): boolean {
  const ahead = [...(calls.get(flow) ?? [])]
  const seen = new Set<FlowId>()
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    if (next === flow) return true
    if (seen.has(next)) continue
    seen.add(next)
    ahead.push(...(calls.get(next) ?? []))
  }
  return false
}

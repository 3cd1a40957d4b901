import type { FlowId } from '../../document/ids.ts'
import type { BotCheck } from '../check.ts'
import type { Issue } from '../issue.ts'
import type { LintContext } from '../lint-context.ts'
import { circlesOf } from '../strongly-connected.ts'

/**
 * Flows that call each other in a circle: every round is one more place to return to, until the limit of 50 calls is
 * reached. An error when no round has to wait for the customer.
 */
export const checkRecursion: BotCheck = context => {
  const automatic = new Set<FlowId>()
  for (const { calls, blocks } of context.circles)
    if (calls) for (const { flow } of blocks) automatic.add(flow)
  return circlesOfFlows(context).map((flows): Issue => {
    const first = flows[0] as FlowId
    const names = flows.map(id => `“${context.document.get(id)?.name}”`)
    const who =
      names.length === 1
        ? `Flow ${names[0]} calls itself`
        : `Flows ${names.slice(0, 4).join(', ')} call each other`
    return flows.some(id => automatic.has(id))
      ? {
          code: 'flow/endless-calls',
          severity: 'error',
          message: `${who} in a circle without waiting for the customer.`,
          record: first,
        }
      : {
          code: 'flow/calls-itself',
          severity: 'warning',
          message: `${who}; use a go-to block to begin it again, for calls can be nested only 50 deep.`,
          record: first,
        }
  })
}

function circlesOfFlows({ document, subjects }: LintContext): FlowId[][] {
  const flows = Array.from(document.all('flow'), ({ id }) => id)
  const numbers = new Map(flows.map((id, number) => [id, number]))
  const calls = flows.map(() => new Set<number>())
  for (const { block, references } of subjects)
    for (const { record } of references) {
      const called = record?.type === 'flow' ? numbers.get(record.id) : undefined
      if (called !== undefined) calls[numbers.get(block.flow) ?? -1]?.add(called)
    }
  return circlesOf(calls.map(called => [...called])).map(circle =>
    circle.map(number => flows[number] as FlowId),
  )
}

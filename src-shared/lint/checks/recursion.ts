import type { FlowId } from '../../document/ids.ts'
import { unsaid } from '../../kit/say.ts'
import { botCheck } from '../check.ts'
import type { Finding } from '../issue.ts'
import { circlesFrom, type Mark } from '../strongly-connected.ts'

/**
 * Flows that call each other in a circle: every round is one more place to return to, until the limit of 50 calls is
 * reached. An error when no round has to wait for the customer.
 */
export const checkRecursion = botCheck(['circles', 'calls', 'flows'], ({ circles, calls, flows }) => {
  const automatic = new Set(
    circles.filter(circle => circle.calls).flatMap(({ blocks }) => blocks.map(({ flow }) => flow)),
  )
  const names = new Map(flows.map(({ id, name }) => [id, name]))
  const nodes = new Map(flows.map(({ id }) => [id, { id, mark: null } as FlowNode]))
  const called = ({ id }: FlowNode) => (calls.get(id) ?? []).flatMap(flow => nodes.get(flow) ?? [])
  return circlesFrom(nodes.values(), called).circles.map(found => {
    const circle = found.map(({ id }) => id)
    const [first, ...others] = circle.toSorted()
    return issueOf(
      [first as FlowId, ...others],
      names,
      circle.some(flow => automatic.has(flow)),
    )
  })
})

type FlowNode = { readonly id: FlowId; mark: Mark | null }

function issueOf(
  flows: readonly [FlowId, ...FlowId[]],
  names: ReadonlyMap<FlowId, string>,
  isEndless: boolean,
): Finding {
  const [record] = flows
  const called = { names: flows.slice(0, 4).map(id => names.get(id) ?? '') }
  return isEndless
    ? {
        code: 'flow/endless-calls',
        severity: 'error',
        ...unsaid('flow/endless-calls', called),
        record,
      }
    : {
        code: 'flow/calls-itself',
        severity: 'warning',
        ...unsaid('flow/calls-itself', called),
        record,
      }
}

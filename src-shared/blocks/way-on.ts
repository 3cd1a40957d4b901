import type { BlockRecord } from '../document/records.ts'
import type { Port } from './kind.ts'
import { kindNamed } from './kinds.ts'

type Block = Pick<BlockRecord, 'kind' | 'data'>

/** By the names of kinds, and by the data: records are frozen values, so the ports of one are worked out once. */
const known = new Map<string, WeakMap<Block['data'], readonly Port[]>>()

/** The same list each time, of the very length: the canvas and the checks keep those of all blocks. */
export function portsOf({ kind, data }: Block): readonly Port[] {
  const ofKind = known.get(kind) ?? new WeakMap<Block['data'], readonly Port[]>()
  known.set(kind, ofKind)
  const before = ofKind.get(data)
  if (before) return before
  const ports = (kindNamed(kind)?.ports(data) ?? []).slice()
  ofKind.set(data, ports)
  return ports
}

/** The port a conversation usually leaves at: the first that is no way out of trouble; null where nothing follows. */
export function wayOn(block: Block): string | null {
  const ports = portsOf(block)
  const way = ports.find(({ role }) => role === 'next' || role === 'option') ?? ports[0]
  return way?.id ?? null
}

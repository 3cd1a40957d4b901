import type { BlockRecord } from '../document/records.ts'
import type { Port } from './kind.ts'
import { kindNamed } from './kinds.ts'

type Block = Pick<BlockRecord, 'kind' | 'data'>

/** Of the very length, since the canvas and the checks keep those of all blocks: a list that grew has room for many more. */
export function portsOf({ kind, data }: Block): readonly Port[] {
  return kindNamed(kind)?.ports(data).slice() ?? []
}

/** The port a conversation usually leaves at: the first that is no way out of trouble; null where nothing follows. */
export function wayOn(block: Block): string | null {
  const ports = portsOf(block)
  const way = ports.find(({ role }) => role === 'next' || role === 'option') ?? ports[0]
  return way?.id ?? null
}

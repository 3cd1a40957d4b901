import type { BlockRecord } from '../document/records.ts'
import type { Port } from './kind.ts'
import { kindNamed } from './kinds.ts'

/** The port by which a conversation leaves a block when nothing special happens; none where it ends or jumps away. */
export function defaultPort({ kind, data }: Pick<BlockRecord, 'kind' | 'data'>): string | null {
  const ports: readonly Port[] = kindNamed(kind)?.ports(data) ?? []
  const found = ports.find(({ id }) => id === 'next' || id === 'answered') ?? ports[0]
  return found?.id ?? null
}

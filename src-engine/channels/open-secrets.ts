import { z } from 'zod'
import { ok, type Result } from '../../src-shared/kit/result.ts'
import { type ChannelSecrets, channelSecretsSchema } from '../../src-shared/publish/channel-protocol.ts'
import type { Channel } from '../store/channels.ts'
import type { Sealer } from '../store/seal.ts'

/** What was opened of each sealer: every message asks, and one that is changed is sealed anew. */
const known = new WeakMap<Sealer, Map<string, ChannelSecrets>>()
const MOST_KNOWN = 1000

/** The secrets of a channel; 'engine-data/sealed' when the key they were sealed with is not here. */
export function openSecrets(
  seal: Sealer,
  { id, secrets }: Pick<Channel, 'id' | 'secrets'>,
): Result<ChannelSecrets> {
  const ofSealer = known.get(seal) ?? new Map<string, ChannelSecrets>()
  known.set(seal, ofSealer)
  const key = `${id}/${secrets}`
  const before = ofSealer.get(key)
  if (before) return ok(before)
  const opened = seal.open(secrets, about(id))
  if (!opened.ok) return opened
  const read = z.json().pipe(channelSecretsSchema).parse(JSON.parse(opened.value))
  if (ofSealer.size >= MOST_KNOWN) ofSealer.clear()
  ofSealer.set(key, read)
  return ok(read)
}

export function sealSecrets(seal: Sealer, id: string, secrets: ChannelSecrets): string {
  return seal.seal(JSON.stringify(secrets), about(id))
}

function about(id: string): string {
  return `channel/${id}`
}

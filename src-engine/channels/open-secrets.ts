import { ok, type Result } from '../../src-shared/kit/result.ts'
import type { ChannelSecrets } from '../../src-shared/publish/channel-protocol.ts'
import type { Channel } from '../store/channels.ts'
import type { Sealer } from '../store/seal.ts'

/** The secrets of a channel; 'engine-data/sealed' when the key they were sealed with is not here. */
export function openSecrets(
  seal: Sealer,
  { id, secrets }: Pick<Channel, 'id' | 'secrets'>,
): Result<ChannelSecrets> {
  const opened = seal.open(secrets, aboutChannel(id))
  return opened.ok ? ok(JSON.parse(opened.value) as ChannelSecrets) : opened
}

export function sealSecrets(seal: Sealer, id: string, secrets: ChannelSecrets): string {
  return seal.seal(JSON.stringify(secrets), aboutChannel(id))
}

/** What the secrets of a channel are sealed about. */
export function aboutChannel(id: string): string {
  return `channel/${id}`
}

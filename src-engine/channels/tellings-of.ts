import type { ChannelSecrets } from '../../src-shared/publish/channel-protocol.ts'
import type { Engine } from '../engine.ts'
import { type Channel, channelsOfAccount } from '../store/channels.ts'
import { type Heard, type HeardAt, ignored } from './heard.ts'
import { isSameSecret } from './hub-signature.ts'
import { openSecrets } from './open-secrets.ts'
import type { Telling } from './take-heard.ts'

type Found = Readonly<{ channel: Channel; secrets: ChannelSecrets }>

/**
 * What was told, by the channel it is about. An app has one address for all its numbers and pages, so what is about
 * another one goes to the channel of that, if it is of the same app; else it is noted here.
 */
export async function tellingsOf(
  host: Pick<Engine, 'db' | 'seal'>,
  found: Found,
  heard: readonly HeardAt[],
): Promise<readonly Telling[]> {
  const known = new Map<string, Channel | null>([
    ['', found.channel],
    [found.channel.account, found.channel],
  ])
  const tellings: Telling[] = []
  for (const { account, heard: one } of heard) {
    if (!known.has(account)) known.set(account, await siblingOf(host, found, account))
    const channel = known.get(account) ?? null
    tellings.push(
      channel ? { channel, heard: [one] } : { channel: found.channel, heard: [stray(account, one)] },
    )
  }
  return tellings
}

async function siblingOf(
  { db, seal }: Pick<Engine, 'db' | 'seal'>,
  { channel, secrets }: Found,
  account: string,
): Promise<Channel | null> {
  for (const other of await channelsOfAccount(db, channel.kind, account)) {
    const theirs = openSecrets(seal, other)
    if (theirs.ok && isSameSecret(theirs.value.appSecret ?? '', secrets.appSecret ?? '')) return other
  }
  return null
}

function stray(account: string, heard: Heard): Heard {
  return ignored(`It is about ${account}, which is no channel here.`, heard)
}

import { type ChannelView, SECRET_NAMES } from '../../src-shared/publish/channel-protocol.ts'
import type { Engine } from '../engine.ts'
import { lastReceivedAt } from '../store/channel-events.ts'
import type { Channel } from '../store/channels.ts'
import { countDeliveries, lastSentAt } from '../store/deliveries.ts'
import { channelTarget } from './channel-queues.ts'
import { openSecrets } from './open-secrets.ts'

type Host = Pick<Engine, 'db' | 'seal' | 'publicUrl'>

/** A channel as it is shown: no secret, and how it does. */
export async function viewOf({ db, seal, publicUrl }: Host, channel: Channel): Promise<ChannelView> {
  const { secrets, isStopped: _, ...rest } = channel
  const opened = openSecrets(seal, { id: channel.id, secrets })
  const target = channelTarget(channel.id)
  const counted = await countDeliveries(db, target)
  const { waiting = 0, held = 0, done = 0, dead = 0 } = counted
  return {
    ...rest,
    secrets: opened.ok ? SECRET_NAMES.filter(name => opened.value[name] !== undefined) : [],
    lastReceivedAt: await lastReceivedAt(db, channel.id),
    lastSentAt: await lastSentAt(db, target),
    deliveries: { waiting, held, done, dead },
    webhook: webhookOf(channel, publicUrl()),
    link: linkOf(channel, publicUrl()),
  }
}

function webhookOf({ id, kind }: Channel, publicUrl: string): string {
  if (kind === 'web') return ''
  const last = kind === 'webhook' ? 'messages' : kind === 'missedCall' ? 'call' : 'webhook'
  return `${publicUrl}/channels/${id}/${last}`
}

/** Where customers begin (requirements.md NHN-43, NHN-51). */
function linkOf({ kind, bot, handle, account }: Channel, publicUrl: string): string | null {
  const digits = handle.replace(/\D/g, '')
  const name = encodeURIComponent(handle.replace(/^@/, ''))
  if (kind === 'web') return `${publicUrl}/chat/${bot}`
  if (kind === 'missedCall') return digits === '' ? null : `tel:+${digits}`
  if (kind === 'whatsapp') return digits === '' ? null : `https://wa.me/${digits}`
  if (kind === 'messenger') return name || account ? `https://m.me/${name || account}` : null
  return kind === 'instagram' && name !== '' ? `https://ig.me/m/${name}` : null
}

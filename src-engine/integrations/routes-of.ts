import { CHANNELS, type Channel } from '../../src-shared/channels/channel.ts'
import { assetOf, channelInContact } from '../../src-shared/integrations/asset-of.ts'
import type { Known } from '../../src-shared/integrations/routing-run.ts'
import type { Conversation } from '../store/conversations.ts'
import type { ReadDb } from '../store/db.ts'
import { listIntegrations } from '../store/integrations.ts'
import { routedAsset } from '../store/routings.ts'
import { type StoredService, servicesOf } from '../store/services.ts'

/** Who is routed where: services by asset, and what is known of the integrations. */
export type Routes = Readonly<{
  services: ReadonlyMap<string, StoredService>
  integrations: ReadonlyMap<string, Known>
}>

type Writer = Readonly<{ bot: string; contact: string; channel: string | null }>

/** The routes of the assets that some inputs may have come by; null where none of them is routed. */
export async function routesOf(db: ReadDb, writers: readonly Writer[]): Promise<Routes | null> {
  const assets = new Set(writers.flatMap(writer => CHANNELS.map(channel => assetOf({ ...writer, channel }))))
  const services = await servicesOf(db, [...assets])
  if (services.size === 0) return null
  const integrations = (await listIntegrations(db)).map(
    ({ id, platform, state }) => [id, { platform, works: state === 'active' }] as const,
  )
  return { services, integrations: new Map(integrations) }
}

/** The channel an input came by; what it does not say the conversation, its contact or where it is routed does. */
export async function channelOf(
  db: ReadDb,
  given: string | null,
  { bot, contact, session }: Conversation,
): Promise<Channel> {
  const said = given ?? session?.more?.channel ?? channelInContact(contact)
  const channel = said ?? (await routedAsset(db, { bot, contact }))?.split(':')[0]
  return CHANNELS.find(known => known === channel) ?? 'web'
}

import { randomUUID } from 'node:crypto'
import type { Channel } from '../../src-shared/channels/channel.ts'
import { assetOf } from '../../src-shared/integrations/asset-of.ts'
import { type Routed, route } from '../../src-shared/integrations/route.ts'
import type { RoutedHappening, Routing } from '../../src-shared/integrations/routing.ts'
import type { RoutingScene } from '../../src-shared/integrations/routing-run.ts'
import { hashOf } from '../channels/heard.ts'
import type { DoneTurn, Standing } from '../conversations/run-turn.ts'
import type { TakeTurn } from '../conversations/take-turn.ts'
import type { Engine } from '../engine.ts'
import type { Conversation } from '../store/conversations.ts'
import type { ReadDb, WriteDb } from '../store/db.ts'
import type { NewDelivery } from '../store/deliveries.ts'
import type { Inbound } from '../store/inbound.ts'
import { targetOf } from '../store/integrations.ts'
import { closeRouted, findRouting, openRouted, saveRouting } from '../store/routings.ts'
import type { StoredService } from '../store/services.ts'
import { happeningsOf, isRouted } from './happenings-of.ts'
import { mediaLink } from './media-link.ts'
import { routedTurn } from './routed-turn.ts'
import { channelOf, type Routes, routesOf } from './routes-of.ts'

type Host = Pick<Engine, 'deliveries' | 'seal' | 'publicUrl'>

/** How a contact stands with the service of an asset. */
export type Routable = Readonly<{
  service: StoredService
  routing: Routing
  scene: RoutingScene
  channel: Channel
}>

type Input = Pick<Inbound, 'bot' | 'contact' | 'channel' | 'locale' | 'at'>

/** Makes the turns of contacts on routed assets (requirements.md IMI-09…IMI-16). */
export function takeRouted(host: Host, tx: WriteDb, inputs: readonly Inbound[]): Promise<TakeTurn | null> {
  return routesOf(tx, inputs).then(routes => {
    if (!routes) return null
    return async ({ conversation }: Standing, inbound: Inbound) => {
      const routable = await routableOf(tx, routes, { conversation, input: inbound })
      return routable && take(host, tx, { routable, conversation, inbound })
    }
  })
}

/** Null where the asset is in no service. */
export async function routableOf(
  db: ReadDb,
  { services, integrations }: Routes,
  { conversation, input }: Readonly<{ conversation: Conversation; input: Input }>,
): Promise<Routable | null> {
  const { bot, contact, at } = input
  const channel = await channelOf(db, input.channel, conversation)
  const asset = assetOf({ bot, contact, channel })
  const service = services.get(asset)
  if (!service) return null
  const routing = await findRouting(db, { bot, contact, service: service.id })
  const { session } = conversation
  const locale = input.locale ?? session?.locale ?? ''
  const variables = session?.values ?? {}
  const scene = { service, asset, contact, channel, locale, variables, integrations, at, newId: randomUUID }
  return { service, routing, scene, channel }
}

type Taking = Readonly<{ routable: Routable; conversation: Conversation; inbound: Inbound }>

async function take(host: Host, tx: WriteDb, taking: Taking): Promise<DoneTurn | null> {
  const { routable, conversation, inbound } = taking
  const { routing, scene, channel } = routable
  // A bot of this engine has handed over: that is its own affair until it has the conversation again.
  if (routing.flag === 'BOT' && conversation.session?.more?.agentAt !== undefined) return null
  const link = (url: string) => mediaLink(host, url, inbound.at)
  const happenings = await happeningsOf({ db: tx, link }, inbound, routing)
  // While agents have the conversation nothing of it is a bot's (D-13, D-20).
  const isWithAgents = routing.flag === 'CCSP'
  if (!happenings && !isWithAgents) return null
  const routed = routeAll(happenings ?? [], routing, scene)
  const isLeft = routed.some(({ to }) => to === 'runtime') && inbound.kind !== 'outside'
  if (!isWithAgents && (isLeft || (routed.length === 0 && !isRouted(routing)))) return null
  await save(host, tx, { taking, routed })
  const dueAt = silenceAt(routed.at(-1)?.routing ?? routing, { scene, inbound })
  return routedTurn({ conversation, inbound, channel, routed, dueAt })
}

function routeAll(
  happenings: readonly RoutedHappening[],
  routing: Routing,
  scene: RoutingScene,
): readonly Routed[] {
  const routed: Routed[] = []
  for (const happening of happenings) routed.push(route(routed.at(-1)?.routing ?? routing, happening, scene))
  return routed
}

async function save(
  { deliveries }: Host,
  tx: WriteDb,
  { taking, routed }: Readonly<{ taking: Taking; routed: readonly Routed[] }>,
): Promise<void> {
  const { inbound, routable } = taking
  const { bot, contact, at } = inbound
  const { service, scene, routing } = routable
  const about = { bot, contact, asset: scene.asset, service: service.id }
  const last = routed.at(-1)?.routing ?? routing
  if (last !== routing) await saveRouting(tx, about, last)
  const closed = routed.flatMap(one => one.closed)
  await closeRouted(tx, closed, at)
  const opened = routed
    .flatMap(one => one.opened)
    .map(({ id, type, integration }) => {
      const closedAt = closed.includes(id) ? at : null
      return { ...about, id, type, integration: integration ?? '', openedAt: at, closedAt }
    })
  await openRouted(tx, opened)
  await deliveries.ask(
    tx,
    routed.flatMap(({ sends }) => sends).map(send => deliveryOf(send, { bot, contact })),
  )
}

/** The kind of what is told to bots and desks elsewhere. */
export const TELL = 'integration'

/** One queue for each conversation keeps its order (IMI-14). */
function deliveryOf(
  { id, integration, conversation, payload, patience }: Routed['sends'][number],
  { bot, contact }: Readonly<{ bot: string; contact: string }>,
): NewDelivery {
  return {
    // It has the id of what was said in it, and providers' ids can have a phone number in them.
    id: `${conversation}/${hashOf(id)}`,
    kind: TELL,
    queue: `integration/${integration}/${conversation}`,
    target: targetOf(integration),
    bot,
    contact,
    payload: { integration, conversation, patience, body: payload },
  }
}

/** When a silence is told, where a rule waits for one (IMI-10). */
function silenceAt(
  routing: Routing,
  { scene, inbound }: Readonly<{ scene: RoutingScene; inbound: Inbound }>,
): number | null {
  const { service, asset } = scene
  const minutes = service.rules
    .filter(({ event, assets }) => event === 'inactivity' && (assets.length === 0 || assets.includes(asset)))
    .map(rule => rule.minutes)
  const isTold = inbound.kind === 'time'
  if (minutes.length === 0 || isTold || routing.flag === 'CCSP' || !isRouted(routing)) return null
  return inbound.at + Math.min(...minutes) * 60_000
}

import { CHANNELS, type Channel } from '../../src-shared/channels/channel.ts'
import type { AfterHandover } from '../../src-shared/document/settings.ts'
import type { RoutingSimulation } from '../../src-shared/integrations/routing-simulation.ts'
import { type RuleAction, ruleSchema, type Service } from '../../src-shared/integrations/service.ts'
import type { IntegrationView } from '../../src-shared/publish/integration-protocol.ts'

/** What is played: a service, and which of its assets and bots. */
export type TrialSetup = Pick<RoutingSimulation, 'service' | 'asset' | 'channel' | 'integration' | 'platform'>

/** What is chosen where there is no service yet. */
export type TrialWish = Readonly<{
  action: RuleAction
  platform: TrialSetup['platform']
  channel: Channel
  afterHandover: AfterHandover
  waitText: string
  fallbackText: string
}>

/** The name of the played bot where no engine has one. */
const BOT = 'bot'

/** One rule for every message, to try what each action does. */
export function setupOfWish({ platform, channel, ...rule }: TrialWish): TrialSetup {
  const asset = `${channel}:bot`
  const one = ruleSchema.parse({ ...rule, id: 'rule-1', event: 'message', bot: BOT })
  const service: Service = {
    name: 'trial',
    assets: [{ id: asset, managed: true }],
    integrations: [BOT],
    rules: [one],
  }
  return { service, asset, channel, integration: BOT, platform }
}

type Playable = IntegrationView & Readonly<{ platform: TrialSetup['platform'] }>

/** The integrations of a service whose endpoint can be played: bots that are not of the engine itself. */
export function playableOf({ integrations }: Service, all: readonly IntegrationView[]): readonly Playable[] {
  return all.filter(
    (one): one is Playable =>
      integrations.includes(one.id) && (one.platform === 'own' || one.platform === 'other'),
  )
}

/** The channel of an asset: as it is known here, or as the id of one of the conversation API says it. */
export function channelOfAsset(
  id: string,
  known: readonly Readonly<{ id: string; channel: Channel }>[],
): Channel {
  const asset = known.find(one => one.id === id)
  return asset?.channel ?? CHANNELS.find(channel => id.startsWith(`${channel}:`)) ?? 'web'
}

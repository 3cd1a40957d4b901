import { useTranslation } from 'react-i18next'
import type { Channel } from '../../src-shared/channels/channel.ts'
import { ok, type Result } from '../../src-shared/kit/result.ts'
import type { ChannelKind, ChannelView } from '../../src-shared/publish/channel-protocol.ts'
import type { IntegrationView, StoredService } from '../../src-shared/publish/integration-protocol.ts'
import { client } from '../ipc/client.ts'
import type { Site } from '../live/site.ts'
import { type Answer, useAnswer } from '../live/use-answer.ts'

/** Where people write, by the id that rules know it by. */
export type Asset = Readonly<{ id: string; label: string; channel: Channel }>

/** Everything an engine routes by. */
export type RoutingView = Readonly<{
  integrations: readonly IntegrationView[]
  services: readonly StoredService[]
  assets: readonly Asset[]
}>

/** Asks an engine for its integrations and services, and for the assets of the bot that is open. */
export function useRouting({ engine: { id: engine }, bot, call }: Site): Answer<RoutingView> {
  const { t } = useTranslation()
  return useAnswer(async (): Promise<Result<RoutingView>> => {
    const integrations = await call(() => client['live.integrations']({ engine }))
    if (!integrations.ok) return integrations
    const services = await call(() => client['live.services']({ engine }))
    if (!services.ok) return services
    // A key may be for integrations alone; the web chat is an asset all the same.
    const channels = await client['live.channels']({ engine, bot })
    const web = { id: `web:${bot}`, label: t('integrations.asset.web'), channel: 'web' } as const
    return ok({
      integrations: integrations.value,
      services: services.value,
      assets: [web, ...(channels.ok ? channels.value.flatMap(assetOf) : [])],
    })
  })
}

const CHANNEL_OF: Readonly<Record<ChannelKind, Channel | null>> = {
  whatsapp: 'whatsapp',
  messenger: 'messenger',
  instagram: 'instagram',
  // Nobody talks there.
  missedCall: null,
  webhook: 'web',
  web: null,
}

/** The chat on websites is the asset of its bot, whatever the channel. */
function assetOf({ id, name, kind }: ChannelView): readonly Asset[] {
  const channel = CHANNEL_OF[kind]
  return channel === null ? [] : [{ id, label: name, channel }]
}

/** An asset by its name, where it is one of this bot. */
export function assetName(id: string, assets: readonly Asset[]): string {
  return assets.find(asset => asset.id === id)?.label ?? id
}

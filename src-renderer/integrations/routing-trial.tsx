import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { canonicalJson } from '../../src-shared/kit/canonical-json.ts'
import type { StoredService } from '../../src-shared/publish/integration-protocol.ts'
import live from '../live/live.module.css'
import css from './integrations.module.css'
import { Trial } from './trial.tsx'
import { channelOfAsset, playableOf, setupOfWish, type TrialWish } from './trial-setup.ts'
import { TrialWishFields } from './trial-wish-fields.tsx'
import { assetName, type RoutingView } from './use-routing.ts'

const WISH: TrialWish = {
  ...{ action: 'bot_and_ccsp', platform: 'own', channel: 'whatsapp', afterHandover: 'observe' },
  ...{ waitText: '', fallbackText: '' },
}

type Props = Readonly<{
  routing: RoutingView
  /** Null for one that is made up here. */
  service: StoredService | null
  onBack: () => void
}>

/** Tries a service of the engine, or a made-up one, with nothing sent anywhere (requirements.md IMI-27). */
export function RoutingTrial({ routing, service, onBack }: Props) {
  const { t } = useTranslation()
  return (
    <div className={`${live.stack} ${css.beside}`}>
      <div className={live.bar}>
        <h3 className={live.heading}>
          {service ? t('integrations.trial.of', { name: service.name }) : t('integrations.trial.title')}
        </h3>
        <Button size="xs" variant="default" onClick={onBack}>
          {t('live.back')}
        </Button>
      </div>
      {service ? <TrialOfService {...{ routing, service }} /> : <TrialOfWish />}
    </div>
  )
}

/** One made-up rule; another choice begins anew. */
export function TrialOfWish() {
  const [wish, setWish] = useState(WISH)
  return (
    <>
      <TrialWishFields wish={wish} onChange={setWish} />
      <Trial key={canonicalJson(wish)} setup={setupOfWish(wish)} />
    </>
  )
}

type OfService = Readonly<{ routing: RoutingView; service: StoredService }>

function TrialOfService({ routing: { integrations, assets }, service }: OfService) {
  const { t } = useTranslation()
  const bots = playableOf(service, integrations)
  const [chosenBot, setBot] = useState(bots[0]?.id)
  const [chosenAsset, setAsset] = useState(service.assets[0]?.id)
  const bot = bots.find(({ id }) => id === chosenBot)
  if (!bot || chosenAsset === undefined)
    return <p className={live.quiet}>{t('integrations.trial.nothing')}</p>
  const channel = channelOfAsset(chosenAsset, assets)
  const { id: _, revision: __, ...played } = service
  const setup = { service: played, asset: chosenAsset, channel, integration: bot.id, platform: bot.platform }
  return (
    <>
      <div className={live.pair}>
        <NativeSelect
          size="xs"
          label={t('integrations.trial.asset')}
          value={chosenAsset}
          data={service.assets.map(({ id }) => ({ value: id, label: assetName(id, assets) }))}
          onChange={event => setAsset(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label={t('integrations.trial.bot')}
          value={bot.id}
          data={bots.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={event => setBot(event.currentTarget.value)}
        />
      </div>
      <Trial key={`${bot.id} ${chosenAsset}`} setup={setup} />
    </>
  )
}

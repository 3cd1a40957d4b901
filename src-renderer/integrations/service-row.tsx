import { Button } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IntegrationView, StoredService } from '../../src-shared/publish/integration-protocol.ts'
import { client } from '../ipc/client.ts'
import css from '../live/live.module.css'
import { Question } from '../live/question.tsx'
import type { Site } from '../live/site.ts'
import own from './integrations.module.css'
import { assetName, type RoutingView } from './use-routing.ts'

type Props = Readonly<{
  site: Site
  routing: RoutingView
  service: StoredService
  onChange: () => void
  onTry: () => void
  onDone: (done: string | null) => void
}>

/** One service: whose messages it takes, and its rules in their order. */
export function ServiceRow(props: Props) {
  const { t } = useTranslation()
  const { site, routing, service, onDone } = props
  const [isRemoving, setRemoving] = useState(false)
  const { id, name, assets, rules } = service
  const names = assets.map(asset => assetName(asset.id, routing.assets)).join(', ')
  return (
    <li className={css.row}>
      <div className={css.rowTitle}>
        <IconRoute size={18} aria-hidden />
        <strong>{name}</strong>
        <span className={css.quiet}>{assets.length === 0 ? t('integrations.service.noAssets') : names}</span>
      </div>
      {rules.length === 0 ? (
        <p className={css.quiet}>{t('integrations.service.noRules')}</p>
      ) : (
        <ol className={own.rules}>
          {rules.map(rule => (
            <RuleLine key={rule.id} rule={rule} integrations={routing.integrations} />
          ))}
        </ol>
      )}
      {isRemoving ? (
        <Question
          text={t('integrations.service.remove', { name })}
          action={t('integrations.service.removeAction')}
          mayGo
          make={() => site.call(() => client['live.removeService']({ engine: site.engine.id, service: id }))}
          onKeep={() => setRemoving(false)}
          onDone={() => onDone(null)}
        />
      ) : (
        <ServiceActions {...props} onRemove={() => setRemoving(true)} />
      )}
    </li>
  )
}

function ServiceActions({ service, onChange, onTry, onRemove }: Props & { onRemove: () => void }) {
  const { t } = useTranslation()
  const button = (act: 'change' | 'try' | 'remove', onClick: () => void) => (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={t('integrations.act.ofThis', { act: t(`integrations.act.${act}`), name: service.name })}
      onClick={onClick}
    >
      {t(`integrations.act.${act}`)}
    </Button>
  )
  return (
    <div className={css.actions}>
      {button('change', onChange)}
      {button('try', onTry)}
      {button('remove', onRemove)}
    </div>
  )
}

type LineProps = Readonly<{
  rule: StoredService['rules'][number]
  integrations: readonly IntegrationView[]
}>

function RuleLine({ rule: { event, action, bot, desk, keywords, condition }, integrations }: LineProps) {
  const { t } = useTranslation()
  const nameOf = (id: string | null) => integrations.find(one => one.id === id)?.name
  const agents = nameOf(desk) ?? t('integrations.rule.ownDesk')
  const target = t(`integrations.rule.to.${action}`, { bot: nameOf(bot) ?? bot, agents })
  const when =
    event === 'keyword'
      ? t('integrations.rule.keywordsAre', { words: keywords.join(', ') })
      : t(`integrations.event.${event}`)
  return (
    <li>
      {t(condition === null ? 'integrations.rule.line' : 'integrations.rule.lineIf', { event: when, target })}
    </li>
  )
}

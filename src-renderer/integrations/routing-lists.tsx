import { Button } from '@mantine/core'
import { IconPlus, IconRoute } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ListBar } from '../live/list-bar.tsx'
import css from '../live/live.module.css'
import type { Site } from '../live/site.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { IntegrationRow } from './integration-row.tsx'
import type { Place } from './place.ts'
import { ServiceRow } from './service-row.tsx'
import type { RoutingView } from './use-routing.ts'

type Props = Readonly<{
  site: Site
  routing: RoutingView
  done: string | null
  isAsking: boolean
  onGo: (place: Place) => void
  onBack: (done: string | null) => void
}>

/** The integrations of an engine, and below them the services that use them. */
export function RoutingLists({ site, routing, done, isAsking, onGo, onBack }: Props) {
  const { t } = useTranslation()
  const { integrations, services } = routing
  if (integrations.length === 0 && services.length === 0)
    return (
      <EmptyState
        text={t('integrations.none')}
        action={
          <div className={css.actions}>
            <Begin onGo={onGo} />
          </div>
        }
      />
    )
  return (
    <div className={css.stack}>
      <ListBar done={done} isAsking={isAsking} onRefresh={() => onBack(null)}>
        <Begin onGo={onGo} />
      </ListBar>
      <ul className={css.list}>
        {integrations.map(integration => (
          <IntegrationRow
            key={integration.id}
            site={site}
            integration={integration}
            onChange={() => onGo({ at: 'change', integration })}
            onLog={() => onGo({ at: 'log', integration })}
            onDone={onBack}
          />
        ))}
      </ul>
      <Services {...{ site, routing, onGo, onBack }} />
    </div>
  )
}

/** What can be done before there is anything, and at any time after. */
function Begin({ onGo }: Pick<Props, 'onGo'>) {
  const { t } = useTranslation()
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRoute size={14} aria-hidden />}
        onClick={() => onGo({ at: 'trial', service: null })}
      >
        {t('integrations.tryOffline')}
      </Button>
      <Button
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onGo({ at: 'wizard' })}
      >
        {t('integrations.add')}
      </Button>
    </>
  )
}

function Services({ site, routing, onGo, onBack }: Omit<Props, 'done' | 'isAsking'>) {
  const { t } = useTranslation()
  return (
    <section className={css.stack}>
      <div className={css.bar}>
        <h3 className={css.heading}>{t('integrations.services')}</h3>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onGo({ at: 'service', service: null })}
        >
          {t('integrations.addService')}
        </Button>
      </div>
      {routing.services.length === 0 && <p className={css.quiet}>{t('integrations.noServices')}</p>}
      <ul className={css.list}>
        {routing.services.map(service => (
          <ServiceRow
            key={service.id}
            {...{ site, routing, service }}
            onChange={() => onGo({ at: 'service', service })}
            onTry={() => onGo({ at: 'trial', service })}
            onDone={onBack}
          />
        ))}
      </ul>
    </section>
  )
}

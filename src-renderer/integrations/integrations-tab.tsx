import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../live/asked.tsx'
import type { Site } from '../live/site.ts'
import { IntegrationChange } from './integration-change.tsx'
import { IntegrationLog } from './integration-log.tsx'
import { IntegrationWizard } from './integration-wizard.tsx'
import type { Place } from './place.ts'
import { RoutingLists } from './routing-lists.tsx'
import { RoutingTrial } from './routing-trial.tsx'
import { ServiceForm } from './service-form.tsx'
import { type RoutingView, useRouting } from './use-routing.ts'

/** The bots and agent desks elsewhere, and what of which channel goes to them (requirements.md IMI-01 to IMI-27). */
export function IntegrationsTab({ site }: { site: Site }) {
  const [place, setPlace] = useState<Place>({ at: 'lists', done: null })
  const answer = useRouting(site)
  const back = async (done: string | null) => {
    setPlace({ at: 'lists', done })
    await answer.reload()
  }
  return (
    <Asked
      answer={answer}
      engine={site.engine.name}
      show={routing => (
        <Shown
          {...{ site, routing, place }}
          isAsking={answer.isAsking}
          onGo={setPlace}
          onBack={done => void back(done)}
        />
      )}
    />
  )
}

type Props = Readonly<{
  site: Site
  routing: RoutingView
  place: Place
  isAsking: boolean
  onGo: (place: Place) => void
  /** To the lists, which are asked for anew. */
  onBack: (done: string | null) => void
}>

function Shown(props: Props) {
  const { t } = useTranslation()
  const { site, routing, place, onBack } = props
  switch (place.at) {
    case 'lists':
      return <RoutingLists {...props} done={place.done} />
    case 'wizard':
      return <IntegrationWizard site={site} onDone={onBack} />
    case 'change':
      return <IntegrationChange site={site} integration={place.integration} onDone={onBack} />
    case 'log':
      return <IntegrationLog site={site} integration={place.integration} onBack={() => onBack(null)} />
    case 'service':
      return (
        <ServiceForm
          {...{ site, routing }}
          service={place.service}
          onDone={name => onBack(name === null ? null : t('integrations.service.saved', { name }))}
        />
      )
    case 'trial':
      return <RoutingTrial routing={routing} service={place.service} onBack={() => onBack(null)} />
  }
}

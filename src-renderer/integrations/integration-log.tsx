import type { IntegrationView } from '../../src-shared/publish/integration-protocol.ts'
import { client } from '../ipc/client.ts'
import { EventLog } from '../live/event-log.tsx'
import type { Site } from '../live/site.ts'
import { IntegrationEventLine } from './integration-event-line.tsx'

type Props = Readonly<{ site: Site; integration: IntegrationView; onBack: () => void }>

/** What an integration was told, with every attempt; what was told and what was given up can be told again. */
export function IntegrationLog({ site, integration: { id, name }, onBack }: Props) {
  const of = { engine: site.engine.id, integration: id }
  return (
    <EventLog
      site={site}
      name={name}
      onBack={onBack}
      ask={async (before: number | null) => {
        const page = await site.call(() => client['live.integrationEvents']({ ...of, before }))
        if (!page.ok) return page
        const { events, more } = page.value
        return { ok: true, value: { items: events, next: more ? (events.at(-1)?.seq ?? null) : null } }
      }}
      isDead={({ state }) => state === 'dead'}
      replay={events => site.call(() => client['live.replayEvents']({ ...of, events }))}
      line={(event, again) => (
        <IntegrationEventLine key={event.seq} event={event} onReplay={() => void again([event.seq])} />
      )}
    />
  )
}

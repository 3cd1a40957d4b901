import type { ChannelView } from '../../src-shared/publish/channel-protocol.ts'
import { client } from '../ipc/client.ts'
import { ChannelEventLine } from './channel-event-line.tsx'
import { EventLog } from './event-log.tsx'
import type { Site } from './site.ts'

type Props = Readonly<{ site: Site; channel: ChannelView; onBack: () => void }>

/** What came in and went out over a channel. */
export function ChannelLog({ site, channel, onBack }: Props) {
  const of = { engine: site.engine.id, channel: channel.id }
  return (
    <EventLog
      site={site}
      name={channel.name}
      onBack={onBack}
      ask={async (before: string | null) => {
        const page = await site.call(() => client['live.events']({ ...of, before }))
        return page.ok ? { ok: true, value: { items: page.value.events, next: page.value.before } } : page
      }}
      isDead={({ state }) => state === 'dead'}
      replay={deliveries => site.call(() => client['live.replay']({ ...of, deliveries }))}
      line={(event, again) => (
        <ChannelEventLine
          key={`${event.direction} ${event.delivery ?? ''} ${event.id}`}
          event={event}
          onReplay={event.delivery === null ? null : () => void again([Number(event.delivery)])}
        />
      )}
    />
  )
}

import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelView } from '../../src-shared/publish/channel-protocol.ts'
import { client } from '../ipc/client.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Asked } from './asked.tsx'
import { ChannelForm } from './channel-form.tsx'
import { ChannelLog } from './channel-log.tsx'
import { ChannelRow } from './channel-row.tsx'
import { ListBar } from './list-bar.tsx'
import css from './live.module.css'
import type { Site } from './site.ts'
import { useAnswer } from './use-answer.ts'

type Shown =
  | Readonly<{ what: 'list'; verified: string | null }>
  | Readonly<{ what: 'form'; channel: ChannelView | null }>
  | Readonly<{ what: 'log'; channel: ChannelView }>

/** The channels of the bot on the engine: how each does, and everything that can be done with it. */
export function ChannelsTab({ site }: { site: Site }) {
  const [shown, setShown] = useState<Shown>({ what: 'list', verified: null })
  const { engine, bot, call } = site
  const answer = useAnswer(() => call(() => client['live.channels']({ bot, engine: engine.id })))
  const list = async (verified: string | null) => {
    setShown({ what: 'list', verified })
    await answer.reload()
  }
  if (shown.what === 'form')
    return <ChannelForm site={site} channel={shown.channel} onDone={verified => void list(verified)} />
  if (shown.what === 'log')
    return <ChannelLog site={site} channel={shown.channel} onBack={() => void list(null)} />
  return (
    <Asked
      answer={answer}
      engine={engine.name}
      show={channels => (
        <List
          site={site}
          channels={channels}
          verified={shown.verified}
          isAsking={answer.isAsking}
          onShow={setShown}
          onChanged={verified => void list(verified)}
        />
      )}
    />
  )
}

type ListProps = Readonly<{
  site: Site
  channels: readonly ChannelView[]
  /** The name of the channel that was made active just now. */
  verified: string | null
  isAsking: boolean
  onShow: (shown: Shown) => void
  onChanged: (verified: string | null) => void
}>

function List({ site, channels, verified, isAsking, onShow, onChanged }: ListProps) {
  const { t } = useTranslation()
  const add = (
    <Button
      size="xs"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => onShow({ what: 'form', channel: null })}
    >
      {t('live.channels.add')}
    </Button>
  )
  if (channels.length === 0) return <EmptyState text={t('live.channels.none')} action={add} />
  return (
    <div className={css.stack}>
      <ListBar
        done={verified === null ? null : t('live.channels.verified', { name: verified })}
        isAsking={isAsking}
        onRefresh={() => onChanged(null)}
      >
        {add}
      </ListBar>
      <ul className={css.list}>
        {channels.map(channel => (
          <ChannelRow
            key={channel.id}
            site={site}
            channel={channel}
            onChange={() => onShow({ what: 'form', channel })}
            onLog={() => onShow({ what: 'log', channel })}
            onChanged={onChanged}
          />
        ))}
      </ul>
    </div>
  )
}

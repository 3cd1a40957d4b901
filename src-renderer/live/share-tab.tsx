import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelView } from '../../src-shared/publish/channel-protocol.ts'
import { shareLink } from '../../src-shared/publish/channel-share.ts'
import { client } from '../ipc/client.ts'
import { useDocument } from '../state/edits.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Asked } from './asked.tsx'
import { isMeta } from './channel-draft.ts'
import css from './live.module.css'
import { QrPart } from './qr-part.tsx'
import { ShareParts } from './share-parts.tsx'
import type { Site } from './site.ts'
import { useAnswer } from './use-answer.ts'

/** How people come to the bot: links, QR code, buttons and contact card of its active channels (NHN-42 to NHN-47). */
export function ShareTab({ site }: { site: Site }) {
  const { t } = useTranslation()
  const { engine, bot, call } = site
  const answer = useAnswer(() => call(() => client['live.channels']({ bot, engine: engine.id })))
  return (
    <Asked
      answer={answer}
      engine={engine.name}
      show={channels => {
        const active = channels.filter(({ state }) => state === 'active')
        const [first] = active
        return first ? <Share channels={active} first={first} /> : <EmptyState text={t('live.share.none')} />
      }}
    />
  )
}

function Share({ channels, first }: { channels: readonly ChannelView[]; first: ChannelView }) {
  const { t } = useTranslation()
  const keywords = useKeywords()
  const [chosen, setChosen] = useState(first.id)
  const [word, setWord] = useState(keywords[0] ?? '')
  const [ref, setRef] = useState('')
  const channel = channels.find(({ id }) => id === chosen) ?? first
  const isWhatsapp = channel.kind === 'whatsapp'
  const url = shareLink(channel, isWhatsapp ? word : ref)
  const isUnknown =
    isWhatsapp &&
    word.trim() !== '' &&
    !keywords.some(keyword => keyword.toLowerCase() === word.trim().toLowerCase())
  return (
    <div className={css.stack}>
      <div className={css.pair}>
        <NativeSelect
          size="xs"
          label={t('live.share.channel')}
          value={channel.id}
          data={channels.map(({ id, name, kind }) => ({
            value: id,
            label: `${name} · ${t(`live.kind.${kind}`)}`,
          }))}
          onChange={event => setChosen(event.currentTarget.value)}
        />
        {isMeta(channel.kind) && (
          <TextInput
            size="xs"
            label={t(isWhatsapp ? 'live.share.word' : 'live.share.ref')}
            description={t(isWhatsapp ? 'live.share.wordHint' : 'live.share.refHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={140}
            value={isWhatsapp ? word : ref}
            onChange={event => (isWhatsapp ? setWord : setRef)(event.currentTarget.value)}
          />
        )}
      </div>
      {isUnknown && <p className={css.why}>{t('live.share.unknownWord', { word: word.trim() })}</p>}
      {url === null ? (
        <p className={css.quiet}>
          {t(channel.kind === 'webhook' ? 'live.share.forSystem' : 'live.share.noLink')}
        </p>
      ) : (
        <div className={css.share}>
          <ShareParts channel={channel} url={url} word={isWhatsapp ? word.trim() : ''} />
          <QrPart key={url} channel={channel} url={url} />
        </div>
      )}
    </div>
  )
}

/** The words that wake the bot, as it is here. */
function useKeywords(): readonly string[] {
  const document = useDocument()
  return document ? [...document.values()].flatMap(one => (one.type === 'keyword' ? [one.text] : [])) : []
}

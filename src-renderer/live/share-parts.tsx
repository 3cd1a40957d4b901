import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelView } from '../../src-shared/publish/channel-protocol.ts'
import { buttonHtml, contactCard, phoneOf, widgetLine } from '../../src-shared/publish/channel-share.ts'
import { client } from '../ipc/client.ts'
import { useDocument } from '../state/edits.ts'
import { CopyField } from './copy-field.tsx'
import css from './live.module.css'
import { SavedLine, useSaving } from './use-saving.tsx'

type Props = Readonly<{ channel: ChannelView; url: string; word: string }>

/** The link itself, and what is made of it: a sentence, a button, the chat on a website, a contact card. */
export function ShareParts({ channel, url, word }: Props) {
  const { t } = useTranslation()
  const number = phoneOf(channel) === null ? null : channel.handle
  return (
    <div className={css.stack}>
      <CopyField label={t('live.share.link')} text={url} />
      {channel.kind !== 'missedCall' && (
        <div className={css.actions}>
          <Button size="compact-xs" variant="default" onClick={() => void client['shell.open']({ url })}>
            {t('live.share.open')}
          </Button>
        </div>
      )}
      {number !== null && (
        <CopyField
          label={t('live.share.sentence')}
          isLong
          isProse
          text={t(sentenceOf(channel, word), { number, word })}
        />
      )}
      <ForPages channel={channel} url={url} />
      {channel.kind !== 'web' && <Card channel={channel} url={url} />}
    </div>
  )
}

/** What is printed beside the number. */
function sentenceOf({ kind }: ChannelView, word: string) {
  if (kind === 'missedCall') return 'live.share.callNumber'
  return word === '' ? 'live.share.saveNumberOnly' : 'live.share.saveNumber'
}

function ForPages({ channel, url }: Omit<Props, 'word'>) {
  const { t } = useTranslation()
  const [label, setLabel] = useState(t('live.share.labelDefault'))
  const [colour, setColour] = useState('#17703a')
  return (
    <>
      <div className={css.pair}>
        <TextInput
          size="xs"
          label={t('live.share.label')}
          maxLength={60}
          value={label}
          onChange={event => setLabel(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          type="color"
          label={t('live.share.colour')}
          value={colour}
          onChange={event => setColour(event.currentTarget.value)}
        />
      </div>
      <CopyField label={t('live.share.button')} text={buttonHtml(url, { label, colour })} isLong />
      {channel.kind === 'web' && (
        <CopyField
          label={t('live.share.widget')}
          text={widgetLine(url, { bot: channel.bot, label })}
          isLong
        />
      )}
    </>
  )
}

function Card({ channel, url }: Omit<Props, 'word'>) {
  const { t } = useTranslation()
  const saving = useSaving()
  const document = useDocument()
  const name = document?.bot.name ?? channel.name
  const save = () => {
    const card = contactCard({ name, phone: phoneOf(channel), url })
    const file = `${channel.name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim() || 'contact'}.vcf`
    return client['texts.save']({ name: file, bytes: new TextEncoder().encode(card) })
  }
  return (
    <div className={css.stack}>
      <div className={css.actions}>
        <Button size="compact-xs" variant="default" onClick={() => void saving.save(save)}>
          {t('live.share.saveCard')}
        </Button>
      </div>
      <SavedLine saving={saving} />
    </div>
  )
}

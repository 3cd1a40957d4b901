import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Transcript } from '../../src-shared/publish/conversation-protocol.ts'
import { client } from '../ipc/client.ts'
import { shortTime } from '../versions/short-time.ts'
import { Asked } from './asked.tsx'
import { contactLabel } from './contact-label.ts'
import css from './live.module.css'
import { RefreshButton } from './refresh-button.tsx'
import type { Site } from './site.ts'
import { usePages } from './use-pages.ts'

type Message = Transcript['messages'][number]
type Props = Readonly<{ site: Site; contact: string; onPerson: () => void; onBack: () => void }>

/** What was said with one contact, both sides, from the beginning. */
export function TranscriptPart({ site: { engine, bot, call }, contact, onPerson, onBack }: Props) {
  const { t } = useTranslation()
  const back = useRef<HTMLButtonElement>(null)
  const pages = usePages(async (after: number | null) => {
    const of = { bot, engine: engine.id, contact, after: after ?? 0 }
    const page = await call(() => client['live.transcript'](of))
    if (!page.ok) return page
    const { messages, more } = page.value
    return { ok: true, value: { items: messages, next: more ? (messages.at(-1)?.number ?? null) : null } }
  })
  useEffect(() => back.current?.focus(), [])
  return (
    <div className={css.stack}>
      <div className={css.bar}>
        <h3 className={css.heading}>{t('live.status.transcript', { contact: contactLabel(contact) })}</h3>
        <RefreshButton isAsking={pages.isAsking} onRefresh={() => void pages.reload()} />
        <Button size="xs" variant="default" onClick={onPerson}>
          {t('people.ofContact')}
        </Button>
        <Button size="xs" variant="default" ref={back} onClick={onBack}>
          {t('live.back')}
        </Button>
      </div>
      <Asked
        answer={pages}
        engine={engine.name}
        show={({ items, next }) => (
          <>
            {items.length === 0 && <p className={css.quiet}>{t('live.status.nothing')}</p>}
            {items.map(message => (
              <Said key={message.number} message={message} />
            ))}
            {next !== null && (
              <Button size="xs" variant="default" onClick={() => void pages.more()}>
                {t('live.status.more')}
              </Button>
            )}
          </>
        )}
      />
    </div>
  )
}

function Said({ message: { from, at, text, options, content } }: { message: Message }) {
  const { t, i18n } = useTranslation()
  const kinds = Object.keys(content ?? {}).join(', ')
  return (
    <div className={css.say} data-from={from}>
      <span className={css.quiet}>
        {t(`live.status.from.${from}`)} · {shortTime(at, i18n.language)}
      </span>
      {text !== '' && <span>{text}</span>}
      {options && <span className={css.quiet}>{options.map(({ label }) => label).join(' · ')}</span>}
      {kinds !== '' && <span className={css.quiet}>{t('live.status.media', { kinds })}</span>}
    </div>
  )
}

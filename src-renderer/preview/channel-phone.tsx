import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../src-shared/channels/channel.ts'
import type { ChannelView } from './channel-shapes.ts'
import css from './preview.module.css'
import { ShapeView } from './shape-view.tsx'

type Props = Readonly<{ channel: Channel; view: ChannelView; theme: 'light' | 'dark'; isBound: boolean }>

const ICONS = { error: IconCircleX, warning: IconAlertTriangle, note: IconInfoCircle } as const

/** One channel's conversation, and below it what is different there. */
export function ChannelPhone({ channel, view, theme, isBound }: Props) {
  const { t } = useTranslation()
  const { shapes, notes, problems, segments } = view
  const lines = [
    ...problems.map(({ severity, message }) => ({ kind: severity, text: message })),
    ...notes.map(text => ({ kind: 'note' as const, text })),
  ]
  return (
    <section className={css.channel} aria-label={t(`blocks.condition.channels.${channel}`)}>
      <header className={css.name}>
        <h3>{t(`blocks.condition.channels.${channel}`)}</h3>
        {!isBound && <span>{t('preview.unbound')}</span>}
      </header>
      <div className={css.phone} data-channel={channel} data-theme={theme}>
        {shapes.map((shape, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a conversation have nothing but their order
          <ShapeView key={at} shape={shape} />
        ))}
      </div>
      {segments > 0 && <p className={css.note}>{t('preview.segments', { count: segments })}</p>}
      {lines.length > 0 && (
        <ul className={css.notes}>
          {lines.map(({ kind, text }) => {
            const Icon = ICONS[kind]
            return (
              <li key={text} className={css.note} data-kind={kind}>
                <Icon size={14} aria-hidden />
                <span>{text}</span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { renderMessage } from '../../src-shared/channels/render.ts'
import type { Channel } from '../../src-shared/document/settings.ts'
import type { SentMessage } from '../../src-shared/runtime/events.ts'
import { inWords } from '../words/sentences.ts'
import css from './message.module.css'
import { useTalk } from './talk.ts'

/** What another channel than the web makes of a message, as far as it differs (requirements.md NHN-56), and D-23. */
export function ChannelNote({ message }: { message: SentMessage }) {
  const { t } = useTranslation()
  const channel = useTalk(state => state.channel)
  const name = t(`simulator.setup.channels.${channel}`)
  const found = useMemo(() => differences(message, channel), [message, channel])
  return (
    <>
      {message.late && !message.template && (
        <p className={css.refused}>{t('simulator.part.late', { channel: name })}</p>
      )}
      {found.refused.map(text => (
        <p key={text} className={css.refused}>
          {text}
        </p>
      ))}
      {found.changed.length > 0 && (
        <details className={css.changed}>
          <summary>{t('simulator.part.onChannel', { count: found.changed.length, channel: name })}</summary>
          <ul>
            {found.changed.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function differences(message: SentMessage, channel: Channel) {
  if (channel === 'web') return { refused: [], changed: [] }
  const { type: _, block, number, late, options, ...parts } = message
  const shown = { ...parts, ...(options ? { options } : {}) }
  const { problems, degraded } = renderMessage(channel, shown, { locale: 'en' })
  const refused = problems.filter(({ severity }) => severity === 'error').map(inWords)
  return { refused: [...new Set(refused)], changed: [...new Set(degraded.map(inWords))] }
}

import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ChannelEvent } from '../../src-shared/publish/channel-protocol.ts'
import { shortTime } from '../versions/short-time.ts'
import { contactLabel } from './contact-label.ts'
import css from './live.module.css'
import { PayloadPart } from './payload-part.tsx'
import { ReplayButton } from './replay-button.tsx'

type Props = Readonly<{ event: ChannelEvent; onReplay: (() => void) | null }>

/** One thing that came in or went out, with its payload to look into. */
export function ChannelEventLine({ event, onReplay }: Props) {
  const { t, i18n } = useTranslation()
  const { direction, sort, state, note, attempts, payload } = event
  const contact = contactLabel(event.contact)
  const at = shortTime(event.at, i18n.language)
  const Arrow = direction === 'in' ? IconArrowDownLeft : IconArrowUpRight
  // Newer engines may tell of what this program has no word for.
  const what = t(`live.log.sort.${sort}`, { defaultValue: sort })
  const became = t(`live.log.state.${state}`, { defaultValue: state })
  return (
    <li className={css.event}>
      <div className={css.rowTitle}>
        <Arrow size={14} aria-hidden />
        <span>{contact === '' ? at : t(`live.log.${direction}`, { contact })}</span>
        <span className={css.badge} data-state={state}>
          {t('live.log.line', { what, state: became })}
        </span>
        {contact !== '' && <span className={css.quiet}>{at}</span>}
        {attempts > 1 && <span className={css.quiet}>{t('live.log.attempts', { count: attempts })}</span>}
        {state === 'dead' && onReplay && <ReplayButton contact={contact} at={at} onReplay={onReplay} />}
      </div>
      {note !== null && note !== '' && <p className={css.why}>{note}</p>}
      <PayloadPart payload={payload} />
    </li>
  )
}

import { IconDots } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotSummary } from '../../src-shared/ipc/contract.ts'
import { BotAvatar } from '../media/bot-avatar.tsx'
import { openBot } from '../state/open-bot.ts'
import styles from './library.module.css'

/** Where a menu opens, in pixels of the window. */
export type MenuPlace = Readonly<{ bot: BotSummary; x: number; y: number }>

type Props = Readonly<{
  bot: BotSummary
  /** Whether Tab stops at it: one card of the grid is, and the arrows lead to the others. */
  current: boolean
  onMenu: (place: MenuPlace) => void
}>

/** One bot: a click or Enter opens it, its menu holds the rest. */
export const BotCard = memo(function BotCard({ bot, current, onMenu }: Props) {
  const { t, i18n } = useTranslation()
  return (
    <li
      className={styles.card}
      onContextMenu={event => {
        event.preventDefault()
        onMenu({ bot, x: event.clientX, y: event.clientY })
      }}
    >
      <button
        type="button"
        className={styles.open}
        data-bot={bot.bot}
        tabIndex={current ? 0 : -1}
        onClick={() => void openBot(bot.bot)}
      >
        <span className={styles.top}>
          <BotAvatar name={bot.name} id={bot.bot} hash={bot.picture} size={40} />
          <span className={styles.names}>
            <span className={styles.name}>{bot.name}</span>
            <span className={styles.state} data-state={bot.state}>
              <span className={styles.dot} aria-hidden />
              {t(`library.state.${bot.state}`)} {bot.version}
            </span>
          </span>
        </span>
        <span className={styles.description}>{bot.description}</span>
        <span className={styles.facts}>
          <span className={styles.type} title={t(`library.typeHelp.${bot.type}`)}>
            {t(`library.type.${bot.type}`)}
          </span>
          <span>{t('library.blocks', { count: bot.blocks })}</span>
          <span
            className={styles.when}
            title={formatTime(bot.changedAt, i18n.language, { dateStyle: 'full', timeStyle: 'short' })}
          >
            {formatTime(bot.changedAt, i18n.language, shortTime(bot.changedAt))}
          </span>
        </span>
      </button>
      <button
        type="button"
        className={styles.more}
        tabIndex={current ? 0 : -1}
        aria-label={t('library.more', { name: bot.name })}
        aria-haspopup="menu"
        onClick={event => {
          const { right, bottom } = event.currentTarget.getBoundingClientRect()
          onMenu({ bot, x: right, y: bottom })
        }}
      >
        <IconDots size={16} aria-hidden />
      </button>
    </li>
  )
})

/** The time of today, the date of any other day. */
function shortTime(at: number): Intl.DateTimeFormatOptions {
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  return isToday ? { timeStyle: 'short' } : { dateStyle: 'medium' }
}

function formatTime(at: number, locale: string, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, style).format(at)
}

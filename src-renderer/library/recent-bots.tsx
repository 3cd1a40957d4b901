import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BotSummary } from '../../src-shared/ipc/contract.ts'
import { BotAvatar } from '../media/bot-avatar.tsx'
import { openBot } from '../state/open-bot.ts'
import styles from './library.module.css'

/** The bots opened last, at hand above a long list. */
export function RecentBots({ bots }: { bots: readonly BotSummary[] }) {
  const { t } = useTranslation()
  return (
    <section className={styles.recent} aria-label={t('library.recent')}>
      <h2 className={styles.label}>{t('library.recent')}</h2>
      <ul>
        {bots.map(bot => (
          <li key={bot.bot}>
            <UnstyledButton className={styles.chip} onClick={() => void openBot(bot.bot)}>
              <span className={styles.small}>
                <BotAvatar name={bot.name} id={bot.bot} hash={bot.picture} size={22} />
              </span>
              <span className={styles.chipName}>{bot.name}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

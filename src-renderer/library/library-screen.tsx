import { Button, Loader, TextInput } from '@mantine/core'
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkbench } from '../state/workbench.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { BotCard } from './bot-card.tsx'
import styles from './library.module.css'
import { addSample, importPackage } from './library-actions.ts'
import { useLibrary } from './use-library.ts'

/** All bots of the library: open one, begin one, bring one in. */
export function LibraryScreen() {
  const { t } = useTranslation()
  const { bots, reload } = useLibrary()
  const [sought, setSought] = useState('')
  const found = (bots ?? []).filter(({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase()))
  return (
    <main className={styles.screen} data-ready={bots !== null}>
      <header className={styles.header}>
        <h1 className={styles.title}>{t('library.title')}</h1>
        <TextInput
          className={styles.search}
          size="xs"
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          leftSection={<IconSearch size={14} />}
          value={sought}
          onChange={event => setSought(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileImport size={14} />}
          onClick={() => void importPackage()}
        >
          {t('library.import')}
        </Button>
        <Button
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => useWorkbench.setState({ dialog: 'newBot' })}
        >
          {t('library.newBot')}
        </Button>
      </header>
      {bots === null && <Loader size="sm" m="auto" aria-label={t('library.loading')} />}
      {bots?.length === 0 && (
        <EmptyState
          text={t('library.empty')}
          action={
            <Button size="xs" onClick={() => void addSample('casey')}>
              {t('library.openCasey')}
            </Button>
          }
        />
      )}
      {bots !== null && bots.length > 0 && found.length === 0 && (
        <EmptyState text={t('library.noneFound', { sought })} />
      )}
      <ul className={styles.grid}>
        {found.map(bot => (
          <BotCard key={bot.bot} bot={bot} onChanged={reload} />
        ))}
      </ul>
      {bots !== null && (
        <footer className={styles.samples}>
          <span>{t('library.samples')}</span>
          <Button size="compact-xs" variant="subtle" onClick={() => void addSample('casey')}>
            {t('library.casey')}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => void addSample('orders')}>
            {t('library.orders')}
          </Button>
        </footer>
      )}
    </main>
  )
}

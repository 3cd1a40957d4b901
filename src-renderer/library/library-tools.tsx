import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { BOT_TYPES, type BotType } from '../../src-shared/document/bot-type.ts'
import type { BotSummary } from '../../src-shared/ipc/contract.ts'
import { runCommand } from '../commands/commands.ts'
import styles from './library.module.css'
import { changeWish, useLibrary } from './library-store.ts'
import type { ShelfWish } from './shown-bots.ts'

const STATES: readonly BotSummary['state'][] = [
  'in_progress',
  'drafted',
  'published',
  'active',
  'deactivated',
]

/** What brings bots in, in the title's row. */
export function LibraryHead({ count }: { count: number | null }) {
  const { t } = useTranslation()
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>
        {t('library.title')}
        {count !== null && <span className={styles.count}>{count}</span>}
      </h1>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFileImport size={14} />}
        onClick={() => runCommand('package.import')}
      >
        {t('library.import')}
      </Button>
      <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => runCommand('bot.new')}>
        {t('library.newBot')}
      </Button>
    </header>
  )
}

/** What is shown of many bots: words, state, type, order, and those that were put away. */
export function LibraryFilters({ archived }: { archived: number }) {
  const { t } = useTranslation()
  const wish = useLibrary(state => state.wish)
  return (
    <search className={styles.filters}>
      <TextInput
        className={styles.search}
        size="xs"
        aria-label={t('library.search')}
        placeholder={t('library.search')}
        leftSection={<IconSearch size={14} />}
        value={wish.sought}
        onChange={event => changeWish({ sought: event.currentTarget.value })}
      />
      <Select
        className={styles.filter}
        size="xs"
        aria-label={t('library.filterState')}
        allowDeselect={false}
        data={[
          { value: 'all', label: t('library.anyState') },
          ...STATES.map(value => ({ value, label: t(`library.state.${value}`) })),
        ]}
        value={wish.state}
        onChange={value => changeWish({ state: (value ?? 'all') as ShelfWish['state'] })}
      />
      <Select
        className={styles.filter}
        size="xs"
        aria-label={t('library.filterType')}
        allowDeselect={false}
        data={[
          { value: 'all', label: t('library.anyType') },
          ...BOT_TYPES.map((value: BotType) => ({ value, label: t(`library.type.${value}`) })),
        ]}
        value={wish.type}
        onChange={value => changeWish({ type: (value ?? 'all') as ShelfWish['type'] })}
      />
      <Select
        className={styles.filter}
        size="xs"
        aria-label={t('library.order')}
        allowDeselect={false}
        data={(['changed', 'name'] as const).map(value => ({ value, label: t(`library.orders.${value}`) }))}
        value={wish.order}
        onChange={value => changeWish({ order: (value ?? 'changed') as ShelfWish['order'] })}
      />
      {(archived > 0 || wish.archived) && (
        <SegmentedControl
          size="xs"
          aria-label={t('library.shelf')}
          data={[
            { value: 'present', label: t('library.present') },
            { value: 'archived', label: t('library.archivedCount', { count: archived }) },
          ]}
          value={wish.archived ? 'archived' : 'present'}
          onChange={value => changeWish({ archived: value === 'archived' })}
        />
      )}
    </search>
  )
}

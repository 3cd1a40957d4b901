import { Button, Group, Loader } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../commands/commands.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { BotGrid } from './bot-grid.tsx'
import styles from './library.module.css'
import { addSample } from './library-actions.ts'
import { changeWish, reloadLibrary, useLibrary } from './library-store.ts'
import { LibraryFilters, LibraryHead } from './library-tools.tsx'
import { RecentBots } from './recent-bots.tsx'
import { isNarrowed, lastOpened, shownBots, WHOLE_SHELF } from './shown-bots.ts'

/** So few need no search, and up to so many are seen at a glance. */
const FEW = 4
const MANY = 8
const RECENT = 5

/** All bots of the library: open one, begin one, bring one in. */
export function LibraryScreen() {
  const { t } = useTranslation()
  const { bots, wish } = useLibrary()
  useEffect(() => void reloadLibrary(), [])
  const archived = (bots ?? []).filter(({ archivedAt }) => archivedAt !== null).length
  const found = shownBots(bots ?? [], wish)
  const present = bots === null ? null : bots.length - archived
  const recent =
    (present ?? 0) > MANY && !isNarrowed(wish) && !wish.archived ? lastOpened(bots ?? [], RECENT) : []
  return (
    <main className={styles.screen} data-ready={bots !== null}>
      <div className={styles.page}>
        <LibraryHead count={present} />
        {bots === null && <Loader size="sm" m="auto" aria-label={t('library.loading')} />}
        {bots !== null && (bots.length > FEW || archived > 0) && <LibraryFilters archived={archived} />}
        {recent.length > 0 && <RecentBots bots={recent} />}
        {bots?.length === 0 && <NoBots />}
        {bots !== null && bots.length > 0 && found.length === 0 && <NoneShown />}
        {found.length > 0 && <BotGrid bots={found} />}
      </div>
    </main>
  )
}

function NoBots() {
  const { t } = useTranslation()
  return (
    <EmptyState
      text={t('library.empty')}
      action={
        <Group gap="xs">
          <Button size="xs" onClick={() => runCommand('bot.new')}>
            {t('library.newBot')}
          </Button>
          <Button size="xs" variant="default" onClick={() => void addSample('casey')}>
            {t('library.openCasey')}
          </Button>
        </Group>
      }
    />
  )
}

/** Bots there are, but none of these: what was asked for is named, and the way back. */
function NoneShown() {
  const { t } = useTranslation()
  const wish = useLibrary(state => state.wish)
  if (!isNarrowed(wish))
    return <EmptyState text={t(wish.archived ? 'library.noneArchived' : 'library.allArchived')} />
  return (
    <EmptyState
      text={
        wish.sought.trim() ? t('library.noneFound', { sought: wish.sought.trim() }) : t('library.noneSuch')
      }
      action={
        <Button
          size="xs"
          variant="default"
          onClick={() => changeWish({ ...WHOLE_SHELF, order: wish.order, archived: wish.archived })}
        >
          {t('library.showAll')}
        </Button>
      }
    />
  )
}

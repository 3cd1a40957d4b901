import type { BotId } from '../../src-shared/document/ids.ts'
import type { OpenedBot } from '../../src-shared/ipc/contract.ts'
import { type Fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { ReviewDesk } from '../review/review-desk.ts'
import { isFresh, markOpened, openBot, type RecentBot, recentBots } from '../store/bots.ts'
import type { WriteDb } from '../store/db.ts'
import { changePreferences, readPreferences } from '../store/settings.ts'
import type { SampleSource } from './add-sample.ts'

/** The sample a new library begins with (NHN-152). */
const FIRST_SAMPLE = 'casey'

type Start = SampleSource &
  Pick<Opening, 'showRecent'> &
  Readonly<{ takeFile: () => string | null; desk: ReviewDesk }>

/**
 * The bot to show at the start: that of the file the app was started with, the last one that was open, or in a library
 * that was never used the sample. Null shows the list; neither a sample nor a file that cannot be read is a reason not
 * to start, and why the file could not is told.
 */
export async function botAtStart(
  source: Start,
): Promise<Readonly<{ opened: OpenedBot | null; refused: Fault | null }>> {
  const { db } = source
  const file = source.takeFile()
  const given = file === null ? null : await importFile(source, file)
  if (given?.ok && given.value) changePreferences(db, { lastBot: given.value })
  else if (isFresh(db)) {
    const { addSample } = await import('./add-sample.ts')
    const added = await addSample(source, FIRST_SAMPLE)
    if (added.ok) changePreferences(db, { lastBot: added.value })
  }
  const { lastBot } = readPreferences(db)
  const opened = lastBot && openBot(db, lastBot)
  if (opened?.ok) markOpened(db, lastBot as BotId, source.now())
  tellRecent(source)
  return { opened: opened?.ok ? opened.value : null, refused: given && !given.ok ? given : null }
}

async function importFile({ db, now, newId, desk }: Start, file: string): Promise<Result<BotId | null>> {
  const { importPackage } = await import('./import-package.ts')
  return importPackage(db, file, { at: now(), newId, desk })
}

type Opening = Readonly<{
  db: WriteDb
  now: () => number
  /** What the system offers as the bots opened last. */
  showRecent: (recent: readonly RecentBot[]) => void
}>

/** As many as a menu shows without becoming a list. */
const RECENT = 10

/** Opens a bot and remembers it for the next start. */
export function openAndRemember(opening: Opening, bot: BotId): Result<OpenedBot> {
  const { db, now } = opening
  const opened = openBot(db, bot)
  if (!opened.ok) return opened
  if (readPreferences(db).lastBot !== bot) changePreferences(db, { lastBot: bot })
  markOpened(db, bot, now())
  tellRecent(opening)
  return ok(opened.value)
}

/** After anything that changes which bots were opened last, or their names. */
export function tellRecent({ db, showRecent }: Pick<Opening, 'db' | 'showRecent'>): void {
  showRecent(recentBots(db, RECENT))
}

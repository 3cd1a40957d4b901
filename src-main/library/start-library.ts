import type { BotId } from '../../src-shared/document/ids.ts'
import type { OpenedBot } from '../../src-shared/ipc/contract.ts'
import { ok, type Result } from '../../src-shared/kit/result.ts'
import { isFresh, openBot } from '../store/bots.ts'
import { changePreferences, readPreferences } from '../store/settings.ts'
import type { SampleSource } from './add-sample.ts'

/** The sample a new library begins with (NHN-152). */
const FIRST_SAMPLE = 'casey'

/**
 * The bot to show at the start: the last one that was open, or in a library that was never used the sample. Null
 * shows the list; a sample that cannot be read is no reason not to start.
 */
export async function botAtStart(source: SampleSource): Promise<OpenedBot | null> {
  const { db } = source
  if (isFresh(db)) {
    const { addSample } = await import('./add-sample.ts')
    const added = await addSample(source, FIRST_SAMPLE)
    if (added.ok) changePreferences(db, { lastBot: added.value })
  }
  const { lastBot } = readPreferences(db)
  const opened = lastBot && openBot(db, lastBot)
  return opened?.ok ? opened.value : null
}

/** Opens a bot and remembers it for the next start. */
export function openAndRemember({ db }: Pick<SampleSource, 'db'>, bot: BotId): Result<OpenedBot> {
  const opened = openBot(db, bot)
  if (!opened.ok) return opened
  if (readPreferences(db).lastBot !== bot) changePreferences(db, { lastBot: bot })
  return ok(opened.value)
}

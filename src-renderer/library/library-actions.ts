import { newBot } from '../../src-shared/blocks/edits/new-bot.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { Result } from '../../src-shared/kit/result.ts'
import { client } from '../ipc/client.ts'
import { flushDrafts } from '../state/drafts.ts'
import { allSaved, newId, openBot } from '../state/open-bot.ts'
import { useWorkbench } from '../state/workbench.ts'

/** Shows the library once everything of the open bot is stored. */
export async function showLibrary(): Promise<void> {
  flushDrafts()
  await allSaved()
  useWorkbench.setState({ screen: 'library', dialog: null })
}

export async function createBot(name: string, locale: string): Promise<void> {
  await openWhenDone(client['library.create']({ records: newBot({ name, locale }, newId) }))
}

export async function addSample(sample: 'casey' | 'orders'): Promise<void> {
  await openWhenDone(client['library.addSample']({ sample }))
}

/** Asks for a file in the system's dialog; nothing happens when the person thinks better of it. */
export async function importPackage(): Promise<void> {
  await openWhenDone(client['package.import']())
}

export async function exportPackage(bot: BotId): Promise<void> {
  flushDrafts()
  await allSaved()
  tell(await client['package.export']({ bot }))
}

export async function duplicateBot(bot: BotId, name: string): Promise<void> {
  tell(await client['library.duplicate']({ bot, name }))
}

export async function removeBot(bot: BotId): Promise<void> {
  const removed = tell(await client['library.remove']({ bot }))
  if (removed && useWorkbench.getState().bot === bot)
    useWorkbench.setState({ bot: null, editor: null, screen: 'library' })
}

async function openWhenDone(asked: Promise<Result<BotId | null>>): Promise<void> {
  const answer = await asked
  if (tell(answer) && answer.ok && answer.value) await openBot(answer.value)
}

/** A failure is said in the banner; returns whether there was none. */
function tell(answer: Result<unknown>): boolean {
  if (!answer.ok) useWorkbench.setState({ banner: { tone: 'error', message: answer.message } })
  return answer.ok
}

import type { ValueOf } from '../../src-shared/ipc/contract.ts'
import { fault, type Result } from '../../src-shared/kit/result.ts'
import { client } from '../ipc/client.ts'
import { flushDrafts } from '../state/drafts.ts'
import { allSaved } from '../state/open-bot.ts'
import { reloadVersions } from '../state/versions.ts'
import { useWorkbench } from '../state/workbench.ts'

/** Finish & save (KAL-11): freezes everything typed so far, once it is in the library. */
export async function finishAndSave(note: string): Promise<Result<ValueOf<'versions.save'>>> {
  flushDrafts()
  await allSaved()
  const { editor, bot } = useWorkbench.getState()
  if (!editor || !bot) return fault('store/not-found')
  const saved = await client['versions.save']({ bot, seq: editor.seq, note: note.trim() })
  if (saved.ok) await reloadVersions()
  return saved
}

import type { TFunction } from 'i18next'
import type { MediaId } from '../../src-shared/document/ids.ts'
import { addFiles, type KeptFile } from '../../src-shared/edit/add-files.ts'
import { formatBytes } from '../../src-shared/kit/format-bytes.ts'
import { MAX_FILE_BYTES } from '../../src-shared/message/file-type.ts'
import { client } from '../ipc/client.ts'
import { commit } from '../state/edits.ts'
import { newId } from '../state/open-bot.ts'
import { tellOfEdit } from '../state/tell-of-edit.ts'
import { useWorkbench } from '../state/workbench.ts'

/**
 * Keeps files in the library and adds them to the bot as one edit; those that cannot be taken are named in the banner
 * with the reason, and the others are added. Answers their ids; content the bot has already keeps its own.
 */
export async function takeFiles(t: TFunction, files: readonly File[]): Promise<readonly MediaId[]> {
  const { bot } = useWorkbench.getState()
  const kept: KeptFile[] = []
  const refused: string[] = []
  for (const file of files) {
    const answer = await keep(t, file)
    if (answer.ok) kept.push(answer.file)
    else refused.push(t('media.refused', { name: file.name, why: answer.why }))
  }
  const { editor, bot: shown } = useWorkbench.getState()
  // The person may have gone to another bot meanwhile.
  if (!editor || shown !== bot) return []
  const { changes, ids, added } = addFiles(editor.document, kept, newId)
  if (added > 0 && !commit(changes, { key: 'media.edit.add', count: added })) return []
  const tell = added > 0 ? tellOfEdit : tellAlone
  if (refused.length > 0) tell('error', refused.slice(0, 3).join(' '))
  else if (added < kept.length) tell('info', t('media.known', { count: kept.length - added }))
  return ids
}

function tellAlone(tone: 'error' | 'info', message: string): void {
  useWorkbench.setState({ banner: { tone, message } })
}

type Kept = Readonly<{ ok: true; file: KeptFile }> | Readonly<{ ok: false; why: string }>

/** Keeps a file in the library; one that is too large is not even read. */
export async function keep(t: TFunction, file: File): Promise<Kept> {
  if (file.size > MAX_FILE_BYTES)
    return {
      ok: false,
      why: t('media.tooLarge', { size: formatBytes(file.size), most: formatBytes(MAX_FILE_BYTES) }),
    }
  const bytes = await file.arrayBuffer().catch(() => null)
  if (!bytes) return { ok: false, why: t('media.unreadable') }
  const stored = await client['media.put']({ bytes: new Uint8Array(bytes) })
  return stored.ok
    ? { ok: true, file: { name: file.name, ...stored.value } }
    : { ok: false, why: stored.message }
}

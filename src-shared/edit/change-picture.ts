import type { BotDocument } from '../document/bot-document.ts'
import type { MediaId } from '../document/ids.ts'
import { addFiles, type KeptFile } from './add-files.ts'
import type { Changes } from './edit.ts'
import { updateRecord } from './update-record.ts'

/** Makes a file of the bot its picture, or one that comes with the same edit (requirements.md NHN-09); null takes it away. */
export function changePicture(
  document: BotDocument,
  picture: MediaId | KeptFile | null,
  newId: () => string,
): Changes {
  const { picture: _, ...bot } = document.bot
  if (picture === null) return updateRecord(document, bot)
  if (typeof picture === 'string') return updateRecord(document, { ...bot, picture })
  const { changes, ids } = addFiles(document, [picture], newId)
  const [id] = ids
  return { ...changes, ...updateRecord(document, id ? { ...bot, picture: id } : bot) }
}

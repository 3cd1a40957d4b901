import type { BotDocument } from '../document/bot-document.ts'
import { type MediaId, newRecordId } from '../document/ids.ts'
import type { MediaRecord } from '../document/records.ts'
import { ChangeSet } from './changes.ts'
import type { Changes } from './edit.ts'

/** A file whose bytes are kept already. */
export type KeptFile = Readonly<{ name: string }> &
  Pick<MediaRecord, 'hash' | 'mime' | 'size' | 'width' | 'height'>

/** As in the schema of src-shared/document/records.ts. */
const MAX_NAME = 240

/** Adds files as one edit. Content the bot has already is not added again; `ids` are those of all, in their order. */
export function addFiles(
  document: BotDocument,
  files: readonly KeptFile[],
  newId: () => string,
): { changes: Changes; ids: readonly MediaId[]; added: number } {
  const set = new ChangeSet(document)
  const known = new Map(Array.from(document.all('media'), ({ hash, id }) => [hash, id]))
  let added = 0
  const ids = files.map(({ name, hash, mime, size, width, height }) => {
    const present = known.get(hash)
    if (present) return present
    const id = newRecordId('media', newId)
    known.set(hash, id)
    added += 1
    set.put({
      id,
      type: 'media',
      name: name.trim().slice(-MAX_NAME).trim() || mime,
      mime,
      size,
      hash,
      width,
      height,
      alt: {},
    })
    return id
  })
  return { changes: set.done(), ids, added }
}

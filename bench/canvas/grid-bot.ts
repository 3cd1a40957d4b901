import { addBot } from '../../src-main/store/bots.ts'
import { openLibrary } from '../../src-main/store/open-library.ts'
import { changePreferences } from '../../src-main/store/settings.ts'
import { newBot } from '../../src-shared/blocks/edits/new-bot.ts'
import { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId, EdgeId } from '../../src-shared/document/ids.ts'
import type { BotDocRecord } from '../../src-shared/document/records.ts'
import { gridLinks, gridNodes, PORTS } from './grid.ts'

/** A bot whose main flow is the grid, of menus with three options; without blocks, a blank one. */
export function gridBot(name: string, count: number): BotDocument {
  let ids = 0
  const newId = () => {
    ids += 1
    return `${name}-${ids}`
  }
  const records: BotDocRecord[] = newBot({ name, locale: 'en' }, newId)
  const flow = BotDocument.of(records).bot.mainFlow
  const id = (index: number) => `block_${name}-n${index}` as BlockId
  for (const { index, x, y, title, text } of gridNodes(count))
    records.push({
      ...{ id: id(index), type: 'block', flow, kind: 'menu', title, x, y: y + 400 },
      data: {
        prompt: { en: text },
        options: PORTS.map((label, port) => ({ id: `opt_${port}`, label: { en: label }, synonyms: {} })),
        retry: { en: 'Please choose one of these.' },
      },
    })
  for (const { from, port, to } of gridLinks(count))
    records.push({
      ...{ id: `edge_${name}-e${from}-${port}` as EdgeId, type: 'edge', flow },
      ...{ from: id(from), port: `opt_${port}`, to: id(to) },
    })
  return BotDocument.of(records)
}

/** A library of these bots in a new folder, with nothing open and both sides folded away. */
export function seedLibrary(folder: string, bots: readonly BotDocument[]): void {
  const opened = openLibrary({ file: `${folder}/library.parleydb`, now: Date.now })
  if (!opened.ok) throw new Error(opened.message)
  const { db } = opened.value
  for (const [at, document] of bots.entries()) {
    const added = addBot(db, document, { at: Date.now() + at, newId: () => crypto.randomUUID() })
    if (!added.ok) throw new Error(added.message)
  }
  changePreferences(db, { leftOpen: false, rightOpen: false })
  db.close()
}

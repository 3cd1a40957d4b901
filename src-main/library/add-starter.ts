import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocumentText } from '../../src-shared/blocks/parse-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, type Result } from '../../src-shared/kit/result.ts'
import { botOfStarter, type StarterWish } from '../../src-shared/starters/bot-of-starter.ts'
import { STARTERS, type StarterId } from '../../src-shared/starters/starters.ts'
import { addBot } from '../store/bots.ts'
import type { WriteDb } from '../store/db.ts'

/** `starters` is the folder of the starter bots, as JSON documents. */
type StarterSource = Readonly<{ db: WriteDb; starters: string; now: () => number; newId: () => string }>

/** Adds a new bot that begins as a starter; each call makes another one. */
export async function addStarter(
  { db, starters, now, newId }: StarterSource,
  { starter, ...wish }: StarterWish & { starter: StarterId },
): Promise<Result<BotId>> {
  const found = STARTERS.find(({ id }) => id === starter)
  const file = found && join(starters, found.file)
  if (!file || !existsSync(file)) return fault('store/not-found', `There is no starter named ${starter}.`)
  const document = parseDocumentText(await readFile(file, 'utf8'))
  if (!document.ok) return document
  return addBot(db, botOfStarter(document.value, wish, newId), { at: now(), newId })
}

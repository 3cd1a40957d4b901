import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocumentText } from '../../src-shared/blocks/parse-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { addBot, botOfSample } from '../store/bots.ts'
import type { WriteDb } from '../store/db.ts'

/** `samples` is the folder of the sample bots, as JSON documents. */
export type SampleSource = Readonly<{ db: WriteDb; samples: string; now: () => number; newId: () => string }>

/** Adds a sample bot to the library, or answers the one it was added as before. */
export async function addSample(
  { db, samples, now, newId }: SampleSource,
  sample: string,
): Promise<Result<BotId>> {
  const present = botOfSample(db, sample)
  if (present) return ok(present)
  const file = join(samples, `${sample}.json`)
  if (!existsSync(file)) return fault('store/not-found', `There is no sample named ${sample}.`)
  const document = parseDocumentText(await readFile(file, 'utf8'))
  return document.ok ? addBot(db, document.value, { at: now(), newId, sample }) : document
}

import type { Bundle } from '../../src-shared/publish/bundle.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** Keeps content once, however many versions and bots have it (requirements.md KAL-12). */
export async function keepBundle(db: WriteDb, { hash, text }: Bundle, at: number): Promise<void> {
  await db.run('insert into bundle (hash, text, at) values (?, ?, ?) on conflict do nothing', hash, text, at)
}

export async function bundleText(db: ReadDb, hash: string): Promise<string | null> {
  return (await db.get<{ text: string }>('select text from bundle where hash = ?', hash))?.text ?? null
}

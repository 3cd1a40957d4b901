import type { Bundle } from '../../src-shared/publish/bundle.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** Keeps content once, however many versions and bots have it (requirements.md KAL-12). */
export function keepBundle(db: WriteDb, { hash, text }: Bundle, at: number): void {
  db.run('insert into bundle (hash, text, at) values (?, ?, ?) on conflict do nothing', hash, text, at)
}

export function bundleText(db: ReadDb, hash: string): string | null {
  return db.get<{ text: string }>('select text from bundle where hash = ?', hash)?.text ?? null
}

import { z } from 'zod'
import { DEFAULT_PREFERENCES, type Preferences, preferencesSchema } from '../../src-shared/ipc/contract.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** A small named value of the library; null when it is not there or not of the expected shape. */
export function readSetting<T>(db: ReadDb, name: string, schema: z.ZodType<T>): T | null {
  const row = db.get<{ value: string }>('select value from setting where name = ?', name)
  const parsed = row && schema.safeParse(JSON.parse(row.value))
  return parsed?.success ? parsed.data : null
}

export function writeSetting(db: WriteDb, name: string, value: unknown): void {
  db.run(
    'insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
    name,
    JSON.stringify(value),
  )
}

/** What an older Parley did not know yet is as it is by default. */
export function readPreferences(db: ReadDb): Preferences {
  return {
    ...DEFAULT_PREFERENCES,
    ...readSetting(db, 'preferences', preferencesSchema.partial()),
  } as Preferences
}

/** Changes the given preferences and answers all of them. */
export function changePreferences(db: WriteDb, changed: Partial<Preferences>): Preferences {
  const preferences = { ...readPreferences(db), ...changed }
  writeSetting(db, 'preferences', preferences)
  return preferences
}

const windowStateSchema = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  maximized: z.boolean(),
})

/** Where the window was, in pixels of the screen. */
export type WindowState = Readonly<z.infer<typeof windowStateSchema>>

export function readWindowState(db: ReadDb): WindowState | null {
  return readSetting(db, 'window', windowStateSchema)
}

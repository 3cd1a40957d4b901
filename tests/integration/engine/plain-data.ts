import { tablesOf } from '../../../src-engine/store/catalog.ts'
import type { Param } from '../../../src-engine/store/db.ts'
import { liftGuards } from '../../../src-engine/store/seal-everything.ts'
import { SEALED } from '../../../src-engine/store/sealed-columns.ts'
import { openData } from './scratch-data.ts'

/** Makes the data of an engine what one of before would have left: nothing of people sealed, and no key for it. */
export async function makePlain(folder: string): Promise<void> {
  const { db, exec } = await openData(folder)
  for (const { name, key } of await tablesOf(db, db.isShared)) {
    const spec = SEALED[name]
    if (!spec) continue
    const rows = await db.all<Record<string, Param>>(`select * from ${name}`)
    const columns = [...spec.names, ...(spec.ids ?? []), ...Object.keys(spec.bodies)]
    const set = columns.map(column => `${column} = ?`).join(', ')
    const where = key.map(column => `${column} = ?`).join(' and ')
    await db.atomically(async tx => {
      const guard = await liftGuards(tx, name, db.isShared)
      for (const row of rows) {
        const values = columns.map(column => row[column] ?? null)
        const found = key.map(column => {
          const value = row[column] ?? null
          return spec.names.includes(column) ? tx.vault.name(String(value)) : value
        })
        await tx.run(`update ${name} set ${set} where ${where}`, ...values, ...found)
      }
      await guard()
    })
  }
  // As it is when its table was just made, whatever steps come after that one.
  await exec('delete from data_key')
  await db.close()
}

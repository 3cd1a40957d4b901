import { describe, expect, test } from 'vitest'
import {
  DOCUMENT_STEPS,
  DOCUMENT_VERSION,
  type MigrationStep,
  migrateDocument,
} from '../../../src-shared/document/migrations.ts'

type Numbered = Readonly<{ seen: readonly number[] }>

/** Steps that write down that they were taken. */
const STEPS: readonly MigrationStep[] = [2, 3, 4].map(to => ({
  to,
  name: `to ${to}`,
  up: records => records.map(record => ({ seen: [...(record as Numbered).seen, to] })),
}))

describe('migrating a document', () => {
  test.each([
    [1, [2, 3, 4]],
    [2, [3, 4]],
    [3, [4]],
    [4, []],
  ])('from version %i takes the steps %j, in order and once', (parley, taken) => {
    const migrated = migrateDocument({ parley, records: [{ seen: [] }] }, STEPS)
    expect(migrated).toEqual({ ok: true, value: { version: 4, records: [{ seen: taken }] } })
  })

  test('leaves the value it was given alone', () => {
    const value = { parley: 1, records: [{ seen: [] }] }
    migrateDocument(value, STEPS)
    expect(value).toEqual({ parley: 1, records: [{ seen: [] }] })
  })

  test('refuses a newer one, naming both versions', () => {
    const refused = migrateDocument({ parley: 5, records: [] }, STEPS)
    expect(refused).toMatchObject({ ok: false, code: 'document/too-new' })
    expect(!refused.ok && refused.message).toMatch(/5.*4/)
  })

  test('refuses a version that is no whole number from 1 on', () => {
    for (const parley of [0, -1, 1.5, '1', null, Number.NaN])
      expect(migrateDocument({ parley, records: [] }, STEPS)).toMatchObject({
        ok: false,
        code: 'document/invalid',
      })
  })

  test('has numbered steps without a gap, the last of which is the version of this Parley', () => {
    expect(DOCUMENT_STEPS.map(({ to }) => to)).toEqual(DOCUMENT_STEPS.map((_, at) => at + 2))
    expect(DOCUMENT_VERSION).toBe(DOCUMENT_STEPS.length + 1)
  })
})

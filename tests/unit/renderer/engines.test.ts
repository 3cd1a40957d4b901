import { describe, expect, test } from 'vitest'
import { type AuditEntry, allEntries, auditSheet } from '../../../src-renderer/engines/audit-file.ts'
import { auditFilterOf, EVERYTHING } from '../../../src-renderer/engines/audit-filter.ts'
import { addressesOf, EMPTY_KEY, keyProblems, newKeyOf } from '../../../src-renderer/engines/key-draft.ts'
import { lookState } from '../../../src-renderer/engines/look-state.ts'
import { fault, ok } from '../../../src-shared/kit/result.ts'

describe('a key that is typed', () => {
  test('needs a name, a scope, and addresses that are some (NHN-142)', () => {
    const draft = { ...EMPTY_KEY, label: ' CI ', addresses: '10.1.0.0/16\n::1, 203.0.113.7' }
    expect(Object.values(keyProblems(draft)).filter(Boolean)).toEqual([])
    expect(newKeyOf(draft)).toEqual({
      ...{ kind: 'signing', label: 'CI', scopes: ['read', 'publish', 'activate'] },
      addresses: ['10.1.0.0/16', '::1', '203.0.113.7'],
    })
    expect(keyProblems({ ...draft, label: ' ', scopes: [], addresses: '10.1.0.0/33' })).toEqual({
      ...{ label: 'label', scopes: 'scopes', addresses: 'addresses' },
    })
    expect(addressesOf(' \n ')).toEqual([])
  })
})

test('what became of asking an engine', () => {
  expect(lookState(null)).toBe('there')
  expect(lookState({ code: 'engine/timeout' })).toBe('away')
  expect(lookState({ code: 'request/wrong-address' })).toBe('refused')
  expect(lookState({ code: 'secret/unavailable' })).toBe('locked')
  expect(lookState({ code: 'engine/bad-answer' })).toBe('trouble')
})

describe('the audit trail (NHN-143)', () => {
  const entry = (id: number): AuditEntry => ({
    ...{ id, at: 0, key: '=k', action: 'publish', bot: 'bot_1', version: '0.1', detail: { a: 1 } },
  })

  test('is asked for by whole days and for what was typed', () => {
    expect(auditFilterOf(EVERYTHING)).toEqual({})
    const typed = { key: ' e2e ', action: 'key.', bot: 'bot_1', since: '2026-01-31', until: '2026-01-31' }
    const { since = 0, until = 0, ...rest } = auditFilterOf(typed)
    expect(rest).toEqual({ key: 'e2e', action: 'key.', bot: 'bot_1' })
    expect(new Date(since).toDateString()).toBe('Sat Jan 31 2026')
    expect(new Date(until).toDateString()).toBe('Sun Feb 01 2026')
    expect(auditFilterOf({ ...EVERYTHING, bot: 'no bot', since: 'soon' })).toEqual({})
  })

  test('is read page by page to its end, or to a fault', async () => {
    const page = (before: number | null) =>
      Promise.resolve(ok({ entries: [entry(before ?? 3)], before: before === 2 ? null : 2 }))
    const all = await allEntries(page)
    expect(all.ok && all.value.map(({ id }) => id)).toEqual([3, 2])
    expect(await allEntries(() => Promise.resolve(fault('engine/timeout', '')))).toMatchObject({ ok: false })
    expect(auditSheet([entry(7)])[1]).toEqual([
      ...['7', '1970-01-01T00:00:00.000Z', '=k', 'publish', 'bot_1', '0.1', '{"a":1}'],
    ])
  })
})

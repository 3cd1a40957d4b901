import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  activateVersion,
  activeVersion,
  deactivateVersion,
  findVersion,
  newestVersion,
  publishVersion,
  saveVersion,
  type VersionList,
} from '../../../src-shared/lifecycle/version-list.ts'
import { compareVersions, formatVersion, parseVersion } from '../../../src-shared/lifecycle/version-number.ts'
import { VersionDesk } from './version-desk.ts'

describe('the sequence of KAL-17, literally', () => {
  const desk = new VersionDesk()
  const steps: readonly (readonly [string, () => string])[] = [
    ['0.1', () => desk.editAndSave()],
    ['0.2', () => desk.editAndSave()],
    ['0.2', () => desk.publish('0.2')],
    ['1', () => desk.activate('0.2')],
    ['1', () => desk.deactivate('1')],
    ['1', () => desk.activate('1')],
    ['1.1', () => desk.editAndSave()],
    ['1.2', () => desk.editAndSave()],
    ['1.2', () => desk.publish('1.2')],
    ['2', () => desk.activate('1.2')],
    ['2.10', () => Array.from({ length: 10 }, () => desk.editAndSave()).at(-1) ?? ''],
    ['2.10', () => desk.publish('2.10')],
    ['3', () => desk.activate('2.10')],
    ['4', () => desk.activate('1')],
  ]
  test.each(steps)('→ %s', (expected, step) => expect(step()).toBe(expected))

  test('the last one is version 1 again, and the only active one', () => {
    const last = findVersion(desk.list, { major: 4, minor: 0 })
    expect(last).toMatchObject({ derivedFrom: { major: 1, minor: 0 }, state: 'active' })
    expect(last?.hash).toBe(findVersion(desk.list, { major: 1, minor: 0 })?.hash)
    expect(desk.list.filter(({ state }) => state === 'active')).toEqual([last])
  })
})

describe('version numbers', () => {
  test('are two integers: 2.10 comes after 2.9 and before 3 (D-01)', () => {
    const sorted = ['3', '2.10', '0.9', '2.9', '0.10', '1']
      .map(parseVersion)
      .sort(compareVersions)
      .map(formatVersion)
    expect(sorted).toEqual(['0.9', '0.10', '1', '2.9', '2.10', '3'])
  })

  test('read back what they write', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(999_999_999), (major, minor) => {
        expect(parseVersion(formatVersion({ major, minor }))).toEqual({ major, minor })
      }),
      { seed: 17, numRuns: 200 },
    )
  })
})

describe('saving', () => {
  test('the same content mints no number, also after it became active (D-02)', () => {
    const desk = new VersionDesk()
    desk.editAndSave()
    expect(desk.save()).toBe('0.1')
    desk.publish('0.1')
    desk.activate('0.1')
    expect(desk.save()).toBe('1')
    expect(desk.list).toHaveLength(2)
  })

  test('older content again is a change and gets the next number', () => {
    const first = saveVersion([], 'a').list
    const second = saveVersion(first, 'b').list
    expect(saveVersion(second, 'a')).toMatchObject({
      minted: true,
      entry: { number: { major: 0, minor: 3 } },
    })
  })
})

type Event = Readonly<{ does: 'save' | 'publish' | 'activate' | 'deactivate'; pick: number; hash: number }>
const events: fc.Arbitrary<Event> = fc.record({
  does: fc.constantFrom('save', 'publish', 'activate', 'deactivate'),
  pick: fc.nat(30),
  hash: fc.nat(4),
})

function happen(list: VersionList, { does, pick, hash }: Event): VersionList {
  if (does === 'save') return saveVersion(list, `h${hash}`).list
  const number = list[pick % Math.max(1, list.length)]?.number ?? { major: 9, minor: 9 }
  if (does === 'activate') {
    const active = activateVersion(list, number)
    return active.ok ? active.value.list : list
  }
  const moved = does === 'publish' ? publishVersion(list, number) : deactivateVersion(list, number)
  return moved.ok ? moved.value : list
}

describe.each([4, 1848, 20260712])('KAL-18 over any sequence of events, seed %i', seed => {
  const check = (law: (before: VersionList, after: VersionList, event: Event) => void) =>
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), all => {
        let list: VersionList = []
        for (const event of all) {
          const after = happen(list, event)
          law(list, after, event)
          list = after
        }
      }),
      { seed, numRuns: 300 },
    )

  test('there are never two active versions', () => {
    check((_, after) => expect(after.filter(({ state }) => state === 'active').length).toBeLessThan(2))
  })

  test('a new number is higher than every number before it, and no number is given twice', () => {
    check((before, after) => {
      const newest = newestVersion(before)
      for (const { number } of after.slice(before.length))
        expect(newest === null || compareVersions(number, newest.number) > 0).toBe(true)
      expect(new Set(after.map(({ number }) => formatVersion(number))).size).toBe(after.length)
    })
  })

  test('the number increases when the content that is saved differs', () => {
    check((before, after, { does, hash }) => {
      if (does !== 'save') return
      const differs = newestVersion(before)?.hash !== `h${hash}`
      expect(after.length - before.length).toBe(differs ? 1 : 0)
      expect(newestVersion(after)?.hash).toBe(`h${hash}`)
    })
  })

  test('what a number stands for never changes', () => {
    check((before, after) => {
      before.forEach(({ number, hash, derivedFrom }, at) => {
        expect(after[at]).toMatchObject({ number, hash, derivedFrom })
      })
    })
  })

  test('an active version has a whole number, and was published before', () => {
    check((before, after, { does }) => {
      const active = activeVersion(after)
      if (active) expect(active.number.minor).toBe(0)
      if (does === 'activate' && after !== before)
        expect(before.some(({ state }) => state !== 'drafted')).toBe(true)
    })
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BusinessHours, isOpen, nextOpening } from '../../../src-shared/blocks/business-hours.ts'

const WEEKDAYS = [1, 2, 3, 4, 5]
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

function hours(part: Partial<BusinessHours>): BusinessHours {
  return { zone: 'UTC', weekly: [], holidays: [], ...part }
}

function opens(business: BusinessHours, moment: string): string | null {
  const next = nextOpening(business, Date.parse(moment))
  return next && `${next.date} ${next.time}`
}

const lunch = hours({
  weekly: [
    { days: WEEKDAYS, from: '09:00', until: '12:00' },
    { days: WEEKDAYS, from: '13:30', until: '18:00' },
  ],
})
const bar = hours({ weekly: [{ days: [5, 6], from: '20:00', until: '02:00' }] })
const always = hours({ weekly: [{ days: EVERY_DAY, from: '00:00', until: '00:00' }] })

// 2026-03-02 is a Monday.
test.each<[string, BusinessHours, string, boolean]>([
  ['the first minute is open', lunch, '2026-03-02T09:00:00Z', true],
  ['the minute before is not', lunch, '2026-03-02T08:59:59Z', false],
  ['the last minute is open', lunch, '2026-03-02T17:59:59Z', true],
  ['the closing time is not', lunch, '2026-03-02T18:00:00Z', false],
  ['between two times of one day', lunch, '2026-03-02T12:30:00Z', false],
  ['a day without times', lunch, '2026-03-01T10:00:00Z', false],
  ['before midnight', bar, '2026-03-06T23:59:00Z', true],
  ['past midnight it is the day before', bar, '2026-03-08T01:59:00Z', true],
  ['past midnight of a day without times', bar, '2026-03-06T01:00:00Z', false],
  ['the end of the night', bar, '2026-03-07T02:00:00Z', false],
  ['all day and night', always, '2026-03-04T00:00:00Z', true],
  [
    'until midnight',
    hours({ weekly: [{ days: [1], from: '10:00', until: '24:00' }] }),
    '2026-03-02T23:59:00Z',
    true,
  ],
  [
    'after it',
    hours({ weekly: [{ days: [1], from: '10:00', until: '24:00' }] }),
    '2026-03-03T00:00:00Z',
    false,
  ],
  ['never', hours({}), '2026-03-02T10:00:00Z', false],
])('%s', (_, business, moment, expected) => {
  expect(isOpen(business, Date.parse(moment))).toBe(expected)
})

describe('time zones', () => {
  const saoPaulo = { ...lunch, zone: 'America/Sao_Paulo' }

  test('its clocks count, not those of the engine', () => {
    expect(isOpen(saoPaulo, Date.parse('2026-03-02T11:59:00Z'))).toBe(false)
    expect(isOpen(saoPaulo, Date.parse('2026-03-02T12:00:00Z'))).toBe(true)
    expect(isOpen(saoPaulo, Date.parse('2026-03-02T20:59:00Z'))).toBe(true)
    expect(isOpen({ ...lunch, zone: 'Pacific/Kiritimati' }, Date.parse('2026-03-01T19:00:00Z'))).toBe(true)
  })

  test('the same opening time is an hour earlier by UTC when summer time has begun', () => {
    const berlin = { ...lunch, zone: 'Europe/Berlin' }
    expect(isOpen(berlin, Date.parse('2026-03-27T07:30:00Z'))).toBe(false)
    expect(isOpen(berlin, Date.parse('2026-03-30T07:30:00Z'))).toBe(true)
    expect(isOpen(berlin, Date.parse('2026-10-23T07:30:00Z'))).toBe(true)
    expect(isOpen(berlin, Date.parse('2026-10-26T07:30:00Z'))).toBe(false)
  })

  // In Berlin the clocks go from 02:00 to 03:00 on 2026-03-29, and from 03:00 back to 02:00 on 2026-10-25.
  test('an opening time the clocks skip is the moment they go on', () => {
    const berlin = hours({ zone: 'Europe/Berlin', weekly: [{ days: [7], from: '02:30', until: '05:00' }] })
    expect(isOpen(berlin, Date.parse('2026-03-29T00:59:59Z'))).toBe(false)
    expect(isOpen(berlin, Date.parse('2026-03-29T01:00:00Z'))).toBe(true)
    expect(opens(berlin, '2026-03-28T12:00:00Z')).toBe('2026-03-29 02:30')
  })

  test('an hour the clocks show twice is open twice', () => {
    const berlin = hours({ zone: 'Europe/Berlin', weekly: [{ days: [7], from: '02:00', until: '02:30' }] })
    const at = (time: string) => isOpen(berlin, Date.parse(`2026-10-25T${time}:00Z`))
    expect([at('00:15'), at('00:45'), at('01:15'), at('01:45')]).toEqual([true, false, true, false])
  })
})

describe('holidays', () => {
  const business = hours({
    weekly: [{ days: EVERY_DAY, from: '09:00', until: '18:00' }],
    holidays: [
      { date: '2020-12-25', yearly: true, ranges: [] },
      { date: '2026-12-24', yearly: false, ranges: [{ from: '09:00', until: '13:00' }] },
      { date: '2027-12-25', yearly: false, ranges: [{ from: '10:00', until: '11:00' }] },
      { date: '2024-02-29', yearly: true, ranges: [] },
    ],
  })
  const at = (moment: string) => isOpen(business, Date.parse(moment))

  test('a yearly one is closed every year, also before the year it is written with', () => {
    expect(at('2026-12-25T10:00:00Z')).toBe(false)
    expect(at('2019-12-25T10:00:00Z')).toBe(false)
  })

  test('one with times of its own has those, in its year alone', () => {
    expect(at('2026-12-24T12:59:00Z')).toBe(true)
    expect(at('2026-12-24T13:00:00Z')).toBe(false)
    expect(at('2027-12-24T13:00:00Z')).toBe(true)
  })

  test('one of a single year comes before the yearly one', () => {
    expect(at('2027-12-25T10:30:00Z')).toBe(true)
  })

  test('29 February is a holiday when there is one', () => {
    expect(at('2028-02-29T10:00:00Z')).toBe(false)
    expect(at('2027-02-28T10:00:00Z')).toBe(true)
    expect(at('2027-03-01T10:00:00Z')).toBe(true)
  })

  test('it does not cut short the night before', () => {
    const night = { ...bar, holidays: [{ date: '2026-03-07', yearly: false, ranges: [] }] }
    expect(isOpen(night, Date.parse('2026-03-07T01:00:00Z'))).toBe(true)
    expect(isOpen(night, Date.parse('2026-03-07T21:00:00Z'))).toBe(false)
    expect(isOpen(night, Date.parse('2026-03-08T01:00:00Z'))).toBe(false)
  })
})

test.each<[string, BusinessHours, string, string | null]>([
  ['later today', lunch, '2026-03-02T12:30:00Z', '2026-03-02 13:30'],
  ['tomorrow', lunch, '2026-03-02T18:00:00Z', '2026-03-03 09:00'],
  ['after the weekend', lunch, '2026-03-06T18:00:00Z', '2026-03-09 09:00'],
  [
    'the earliest of a day, in whatever order they stand',
    { ...lunch, weekly: lunch.weekly.toReversed() },
    '2026-03-01T10:00:00Z',
    '2026-03-02 09:00',
  ],
  [
    'not on a holiday',
    { ...lunch, holidays: [{ date: '2026-03-03', yearly: false, ranges: [] }] },
    '2026-03-02T19:00:00Z',
    '2026-03-04 09:00',
  ],
  [
    'on a day that is open once a year',
    hours({ holidays: [{ date: '2026-01-06', yearly: true, ranges: [{ from: '10:00', until: '12:00' }] }] }),
    '2026-01-06T12:00:00Z',
    '2027-01-06 10:00',
  ],
  [
    'never',
    hours({ holidays: [{ date: '2026-01-06', yearly: true, ranges: [] }] }),
    '2026-01-06T12:00:00Z',
    null,
  ],
  [
    'not in this life',
    hours({ holidays: [{ date: '2001-01-06', yearly: false, ranges: [{ from: '10:00', until: '12:00' }] }] }),
    '2026-01-06T12:00:00Z',
    null,
  ],
  [
    'by the calendar of the zone',
    { ...lunch, zone: 'Asia/Tokyo' },
    '2026-03-02T15:30:00Z',
    '2026-03-03 09:00',
  ],
])('opens next: %s', (_, business, moment, expected) => {
  expect(opens(business, moment)).toBe(expected)
})

test('where it is closed, it is open at the next opening and at no whole hour before, seed 7', () => {
  const time = fc.integer({ min: 0, max: 23 }).map(hour => `${String(hour).padStart(2, '0')}:00`)
  const weekly = fc.array(
    fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      from: time,
      until: time,
    }),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(weekly, fc.integer({ min: 0, max: 24 * 365 }), (ranges, hour) => {
      const business = hours({ weekly: ranges })
      const now = Date.UTC(2026, 0, 1) + hour * 3_600_000
      if (isOpen(business, now)) return
      const next = nextOpening(business, now)
      const opening = Date.parse(`${next?.date}T${next?.time}:00Z`)
      expect(isOpen(business, opening)).toBe(true)
      for (let at = now; at < opening; at += 3_600_000) expect(isOpen(business, at)).toBe(false)
    }),
    { seed: 7, numRuns: 200 },
  )
})

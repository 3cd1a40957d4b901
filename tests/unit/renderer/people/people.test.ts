import { expect, test } from 'vitest'
import { actsOf } from '../../../../src-renderer/people/acts-of.ts'
import { foundPeople } from '../../../../src-renderer/people/found-people.ts'
import {
  daysOf,
  readDays,
  retentionDraft,
  shortened,
} from '../../../../src-renderer/people/retention-draft.ts'
import type { BotId } from '../../../../src-shared/document/ids.ts'
import { retentionDaysSchema } from '../../../../src-shared/publish/retention-protocol.ts'

const FOR_EVER = { conversations: null, channelEvents: null, deskChats: null, files: null }

test('days are read as an engine takes them, and nothing is for ever (requirements.md NHN-144)', () => {
  expect(daysOf(retentionDraft(FOR_EVER))).toEqual(FOR_EVER)
  const days = daysOf({ ...retentionDraft(FOR_EVER), conversations: ' 30 ', files: '2' })
  expect(days).toEqual({ ...FOR_EVER, conversations: 30, files: 2 })
  expect(retentionDaysSchema.safeParse(days).success).toBe(true)
  for (const wrong of ['7', '0', '-1', '1.5', 'x', '36501', '999999'])
    expect(readDays('channelEvents', wrong), wrong).toBeUndefined()
  expect(daysOf({ ...retentionDraft(FOR_EVER), channelEvents: '7' })).toBeNull()
})

test('what is kept for a shorter time may go for good', () => {
  const now = { ...FOR_EVER, conversations: 30, files: 10 }
  expect(shortened(now, { ...now, conversations: 31, files: 9, deskChats: 5 })).toEqual([
    'deskChats',
    'files',
  ])
  expect(shortened(now, FOR_EVER)).toEqual([])
})

test('under a legal hold nothing is corrected or erased', () => {
  const placed = { id: 'x', contact: 'anna', reason: 'case 12', key: 'k', at: 1 }
  expect(actsOf({ hold: null, restriction: null })).toEqual(['correct', 'restrict', 'hold', 'erase'])
  expect(actsOf({ hold: placed, restriction: placed })).toEqual(['lift', 'release'])
})

test('a person is found once, in whichever environment and by however many bots', () => {
  const of = { lastNumber: 1, state: 'open' }
  const [shop, bank] = ['bot_shop', 'bot_bank'] as [BotId, BotId]
  const contacts = [
    { ...of, bot: shop, contact: 'anna' },
    { ...of, bot: shop, contact: 'test:anna' },
    { ...of, bot: bank, contact: 'anna' },
    { ...of, bot: bank, contact: 'bert' },
  ]
  expect(foundPeople({ contacts })).toEqual([
    { contact: 'anna', bots: [shop, bank] },
    { contact: 'bert', bots: [bank] },
  ])
})

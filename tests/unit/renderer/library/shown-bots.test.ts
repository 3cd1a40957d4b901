import { describe, expect, test } from 'vitest'
import { lastOpened, shownBots, WHOLE_SHELF } from '../../../../src-renderer/library/shown-bots.ts'
import type { BotId } from '../../../../src-shared/document/ids.ts'
import type { BotSummary } from '../../../../src-shared/ipc/contract.ts'

function summary(name: string, changed: Partial<BotSummary> = {}): BotSummary {
  return {
    bot: `bot_${name.toLowerCase()}` as BotId,
    name,
    description: '',
    picture: null,
    state: 'in_progress',
    version: null,
    type: 'bot',
    blocks: 1,
    changedAt: 0,
    archivedAt: null,
    openedAt: null,
    ...changed,
  }
}

const BOTS = [
  summary('Água', { changedAt: 3, openedAt: 1, state: 'active' }),
  summary('Bank', { changedAt: 5, description: 'Answers about accounts', type: 'cognitive' }),
  summary('Clinic', { changedAt: 4, openedAt: 9 }),
  summary('Old', { archivedAt: 1, openedAt: 20 }),
]

describe('the bots that are shown', () => {
  const names = (wish: Partial<typeof WHOLE_SHELF>) =>
    shownBots(BOTS, { ...WHOLE_SHELF, ...wish }).map(({ name }) => name)

  test('the last changed first, or by name; those put away are on their own', () => {
    expect(names({})).toEqual(['Bank', 'Clinic', 'Água'])
    expect(names({ order: 'name' })).toEqual(['Água', 'Bank', 'Clinic'])
    expect(names({ archived: true })).toEqual(['Old'])
  })

  test.each([
    ['agua', ['Água']],
    ['  ACCOUNTS answers ', ['Bank']],
    ['accounts clinic', []],
  ])('%j finds by name and description, whatever the accents: %j', (sought, found) =>
    expect(names({ sought })).toEqual(found),
  )

  test('by state and type', () => {
    expect(names({ state: 'active' })).toEqual(['Água'])
    expect(names({ type: 'cognitive' })).toEqual(['Bank'])
    expect(names({ type: 'cognitive', state: 'active' })).toEqual([])
  })

  test('the last opened leave out what was put away or never opened', () => {
    expect(lastOpened(BOTS, 5).map(({ name }) => name)).toEqual(['Clinic', 'Água'])
    expect(lastOpened(BOTS, 1).map(({ name }) => name)).toEqual(['Clinic'])
  })
})

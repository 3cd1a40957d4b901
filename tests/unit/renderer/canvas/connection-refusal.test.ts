import { describe, expect, test } from 'vitest'
import { connectionRefusal } from '../../../../src-renderer/canvas/connection-refusal.ts'
import { en } from '../../../../src-renderer/words/en.ts'
import type { BlockId } from '../../../../src-shared/document/ids.ts'
import { menuFlow } from './flow-fixture.ts'

const id = (name: string) => `block_${name}` as BlockId

const CASES = [
  { from: 'a', port: 'next', to: 'b', says: null, because: 'a message can follow a message' },
  { from: 'a', port: 'next', to: 'start', says: 'noInput', because: 'nothing leads into an entry' },
  { from: 'a', port: 'next', to: 'a', says: 'itself', because: 'a message that follows itself never ends' },
  { from: 'menu', port: 'opt_a', to: 'menu', says: null, because: 'a menu may be shown again' },
  { from: 'a', port: 'next', to: 'other', says: 'otherFlow', because: 'an edge stays in its flow' },
  { from: 'a', port: 'next', to: 'nobody', says: 'gone', because: 'the block is gone' },
  { from: 'nobody', port: 'next', to: 'a', says: 'gone', because: 'the block it came from is gone' },
] as const

describe('where an edge may end', () => {
  const document = menuFlow()
  for (const { from, port, to, says, because } of CASES)
    test(`${from} to ${to}: ${because}`, () => {
      expect(connectionRefusal(document, { block: id(from), port }, id(to))).toBe(says)
    })

  test('every refusal has its sentence', () => {
    for (const { says } of CASES) if (says) expect(en.canvas.refusal[says]).toMatch(/\.$/)
  })
})

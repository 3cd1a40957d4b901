import { describe, expect, test } from 'vitest'
import {
  canInsert,
  canStandBetween,
  insertBlockOnEdge,
  insertNewOnEdge,
} from '../../../src-shared/blocks/edits/insert-on-edge.ts'
import { KINDS } from '../../../src-shared/blocks/kinds.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { integrityProblems } from '../../../src-shared/document/integrity.ts'
import type { EdgeRecord } from '../../../src-shared/document/records.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { blockId, healthyBot, say } from '../document/draft-bot.ts'
import { counter } from './snapshot.ts'

function line() {
  return healthyBot()
    .block('a', 'message', say('A'), { x: 0, y: 0 })
    .block('b', 'message', say('B'), { x: 320, y: 0 })
    .block('c', 'message', say('C'), { x: 640, y: 0 })
    .block('loose', 'message', say('Loose'), { x: 10, y: 400 })
    .edge('a', 'next', 'b')
    .edge('b', 'next', 'c')
    .document()
}

function edgeFrom(document: BotDocument, name: string): EdgeRecord {
  const [edge] = document.edgesFrom(blockId(name))
  if (!edge) throw new Error(`${name} leads nowhere`)
  return edge
}

/** Where a block leads by its first edge. */
const next = (document: BotDocument, id: string) => [...document.edgesFrom(blockId(id))][0]?.to

const place = { x: 200, y: 0, locale: 'en', room: 0 }

describe('a new block on an edge', () => {
  test.each(KINDS.map(({ name }) => name))('of kind %s: it leads on, or it is refused', kind => {
    const document = line()
    const made = insertNewOnEdge(document, { ...place, edge: edgeFrom(document, 'a').id, kind }, counter())
    expect(made.ok).toBe(canStandBetween(kind))
    if (!made.ok) return
    expect(applyChanges(document, made.value.changes)).toMatchObject({ ok: true })
    expect(next(document, 'a')).toBe(made.value.block.id)
    expect(document.edgesFrom(made.value.block.id).map(({ to }) => to)).toEqual([blockId('b')])
    expect(document.edgesTo(blockId('b')).length).toBe(1)
    expect(integrityProblems(document)).toEqual([])
  })

  test('makes room by moving what follows', () => {
    const document = line()
    const wanted = { ...place, room: 240, edge: edgeFrom(document, 'a').id, kind: 'message' as const }
    const made = insertNewOnEdge(document, wanted, counter())
    if (made.ok) applyChanges(document, made.value.changes)
    const xOf = (name: string) => document.get(blockId(name))?.x
    expect([xOf('a'), xOf('b'), xOf('c'), xOf('loose')]).toEqual([0, 560, 880, 10])
  })

  test('an edge that is gone is refused', () => {
    const wanted = { ...place, edge: 'edge_gone' as EdgeRecord['id'], kind: 'message' as const }
    expect(insertNewOnEdge(line(), wanted, counter())).toMatchObject({ ok: false, code: 'edit/conflict' })
  })
})

describe('a block that is there', () => {
  test('is put between and moved, in one edit', () => {
    const document = line()
    const { id } = edgeFrom(document, 'b')
    const changes = insertBlockOnEdge(
      document,
      { edge: id, block: blockId('loose'), x: 500, y: 8 },
      counter(),
    )
    if (!changes.ok) throw new Error(changes.message)
    applyChanges(document, changes.value)
    expect([next(document, 'b'), next(document, 'loose')]).toEqual([blockId('loose'), blockId('c')])
    expect(document.get(blockId('loose'))).toMatchObject({ x: 500, y: 8 })
  })

  test('with an edge of its own stays where it is', () => {
    const document = line()
    const edge = edgeFrom(document, 'b')
    const block = document.get(blockId('a'))
    expect(block && canInsert(document, block, edge)).toBe(false)
    expect(
      insertBlockOnEdge(document, { edge: edge.id, block: blockId('a'), x: 0, y: 0 }, counter()),
    ).toMatchObject({
      ok: false,
    })
  })
})

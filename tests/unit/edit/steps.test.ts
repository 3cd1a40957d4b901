import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardSize } from '../../../src-renderer/canvas/block-size.ts'
import { duplicateStep } from '../../../src-shared/blocks/edits/duplicate-step.ts'
import { freePlace, roomFor } from '../../../src-shared/blocks/edits/free-place.ts'
import { insertStep } from '../../../src-shared/blocks/edits/insert-step.ts'
import { removeStep } from '../../../src-shared/blocks/edits/remove-step.ts'
import { stepToSwap, swapSteps } from '../../../src-shared/blocks/edits/swap-steps.ts'
import { KINDS, type KindName } from '../../../src-shared/blocks/kinds.ts'
import { portsOf, wayOn } from '../../../src-shared/blocks/way-on.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../../src-shared/document/ids.ts'
import type { BlockRecord, EdgeEnd } from '../../../src-shared/document/records.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import type { Changes } from '../../../src-shared/edit/edit.ts'
import { blockId, END, healthyBot, MAIN, menuOf, option, say } from '../document/draft-bot.ts'
import { pick, randomRecords } from './random-bot.ts'
import { counter } from './snapshot.ts'

function apply(document: BotDocument, changes: Changes): BotDocument {
  const done = applyChanges(document, changes)
  if (!done.ok) throw new Error(done.message)
  return document
}

function leads(document: BotDocument, from: string, port = 'next'): string | undefined {
  return document.edgeAt(blockId(from), port)?.to.slice('block_'.length)
}

const at = (name: string, port = 'next'): EdgeEnd => ({ block: blockId(name), port })

function insert(document: BotDocument, kind: KindName, after: EdgeEnd | null): BlockRecord {
  const step = insertStep(document, { kind, flow: MAIN, after, locale: 'en' }, counter(kind))
  apply(document, step.changes)
  return step.block
}

describe('insertStep', () => {
  test('stands between a port and where it led', () => {
    const document = healthyBot().document()
    const { id } = insert(document, 'question', at('hello'))
    expect(document.edgeAt(blockId('hello'), 'next')?.to).toBe(id)
    expect(document.edgeAt(id, 'answered')?.to).toBe(blockId('menu'))
  })

  test('an open port leads to it, and it leads nowhere yet', () => {
    const document = healthyBot().unplug('hello', 'next').document()
    const { id } = insert(document, 'menu', at('hello'))
    expect(document.edgeAt(blockId('hello'), 'next')?.to).toBe(id)
    expect(document.edgesFrom(id).length).toBe(0)
  })

  test('nothing follows an end, and nothing leads to an entry', () => {
    const document = healthyBot().document()
    const end = insert(document, 'end', at('hello'))
    expect(document.edgeAt(blockId('hello'), 'next')?.to).toBe(end.id)
    expect(document.edgesTo(blockId('menu')).length).toBe(0)
    const entry = insert(document, 'entry', at('in'))
    expect(document.edgesTo(entry.id).length).toBe(0)
    expect(leads(document, 'in')).toBe('hello')
  })
})

describe('removeStep', () => {
  test('closes the gap where there is one way on', () => {
    const document = healthyBot().document()
    expect(leads(apply(document, removeStep(document, blockId('hello'))), 'in')).toBe('menu')
  })

  test('leaves the gap where customers choose', () => {
    const bot = healthyBot().block('x', 'end', END).edge('menu', 'opt_b', 'x')
    const document = bot.document()
    apply(document, removeStep(document, blockId('menu')))
    expect(leads(document, 'hello')).toBeUndefined()
    expect(document.bot.mainMenu).toBeNull()
  })

  test('never makes a block that does not wait lead to itself', () => {
    const document = healthyBot()
      .block('a', 'message', say('a'))
      .block('b', 'message', say('b'))
      .edge('a', 'next', 'b')
      .edge('b', 'next', 'a')
      .document()
    apply(document, removeStep(document, blockId('b')))
    expect(document.edgesFrom(blockId('a')).length).toBe(0)
  })
})

describe('swapSteps', () => {
  const chain = () =>
    healthyBot()
      .block('bye', 'message', say('Bye'))
      .edge('hello', 'next', 'bye')
      .edge('bye', 'next', 'menu')
      .document()

  test('turns two steps of a chain round, on the canvas too', () => {
    const document = chain()
    const [hello, bye] = [document.get(blockId('hello')), document.get(blockId('bye'))]
    apply(document, swapSteps(document, blockId('hello'), blockId('bye'), counter('s')) ?? {})
    expect([leads(document, 'in'), leads(document, 'bye'), leads(document, 'hello')]).toEqual([
      'bye',
      'hello',
      'menu',
    ])
    expect(document.get(blockId('bye'))?.x).toBe(hello?.x)
    expect(document.get(blockId('hello'))?.x).toBe(bye?.x)
  })

  test('is its own reverse', () => {
    const document = chain()
    const ends = () => ['in', 'hello', 'bye'].map(name => leads(document, name))
    const before = ends()
    apply(document, swapSteps(document, blockId('hello'), blockId('bye'), counter('s')) ?? {})
    apply(document, swapSteps(document, blockId('bye'), blockId('hello'), counter('r')) ?? {})
    expect(ends()).toEqual(before)
  })

  test.each([
    ['hello', 'up', null],
    ['hello', 'down', 'bye'],
    ['bye', 'up', 'hello'],
    ['menu', 'up', null],
    ['in', 'down', null],
  ] as const)('%s moves %s over %s', (name, direction, other) => {
    const document = healthyBot()
      .block('bye', 'message', say('Bye'))
      .edge('hello', 'next', 'bye')
      .edge('bye', 'next', 'menu')
      .block('x', 'end', END)
      .edge('menu', 'opt_b', 'x')
      .document()
    expect(stepToSwap(document, blockId(name), direction)).toBe(other && blockId(other))
  })
})

describe('duplicateStep', () => {
  test('a copy follows a step with one way on', () => {
    const document = healthyBot().document()
    const copy = duplicateStep(document, blockId('hello'), counter('s'))
    if (!copy) throw new Error('not copied')
    apply(document, copy.changes)
    expect(document.edgeAt(blockId('hello'), 'next')?.to).toBe(copy.block.id)
    expect(document.edgeAt(copy.block.id, 'next')?.to).toBe(blockId('menu'))
  })

  test('a copy of a menu and of an entry stands alone', () => {
    const document = healthyBot().document()
    for (const name of ['menu', 'in']) {
      const copy = duplicateStep(document, blockId(name), counter(name))
      if (!copy) throw new Error('not copied')
      apply(document, copy.changes)
      expect([document.edgesTo(copy.block.id).length, document.edgesFrom(copy.block.id).length]).toEqual([
        0, 0,
      ])
    }
  })
})

describe('free places', () => {
  test('the first is right of the block it follows, the next below that', () => {
    const document = healthyBot().drop('block_end').unplug('menu', 'opt_a').unplug('menu', 'opt_b')
    const menu = { x: 4000, y: 160 }
    const bot = document.block('menu', 'menu', menuOf(option('a', 'A'), option('b', 'B')), menu).document()
    const first = insert(bot, 'message', at('menu', 'opt_a'))
    expect([first.x, first.y]).toEqual([4320, 160])
    const second = insertStep(
      bot,
      { kind: 'message', flow: MAIN, after: at('menu', 'opt_b'), locale: 'en' },
      counter('t'),
    ).block
    expect([second.x, second.y]).toEqual([4320, 264])
  })

  test('every kind has room for its card', () => {
    for (const kind of KINDS) {
      const data = kind.defaults({ locale: 'en', newId: () => 'n' }) as BlockRecord['data']
      const block = { kind: kind.name, data }
      const { height } = cardSize('two long lines\nof a summary', portsOf(block))
      expect(roomFor(block)).toBeGreaterThanOrEqual(height)
    }
  })

  test('no new step covers another block (law, seed 77)', () => {
    const overlaps = (a: BlockRecord, b: BlockRecord) =>
      a.x < b.x + 240 && b.x < a.x + 240 && a.y < b.y + roomFor(b) && b.y < a.y + roomFor(a)
    const parts = fc.record({
      records: randomRecords,
      one: fc.nat(60),
      kind: fc.nat(60),
      alone: fc.boolean(),
    })
    fc.assert(
      fc.property(parts, ({ records, one, kind, alone }) => {
        const document = BotDocument.of(records)
        const after = pick([...document.all('block')], one)
        const wanted = pick(KINDS, kind)
        if (!after || !wanted) return
        const data = wanted.defaults({ locale: 'en', newId: counter() }) as BlockRecord['data']
        const block = { kind: wanted.name, data }
        const place = freePlace(document, after.flow, block, alone ? null : after)
        const added = { ...after, ...block, ...place, id: 'block_new' as BlockId }
        for (const other of document.blocksOf(after.flow).values()) expect(overlaps(added, other)).toBe(false)
      }),
      { seed: 77, numRuns: 300 },
    )
  })

  test('a way on is one of the ports', () => {
    for (const kind of KINDS) {
      const data = kind.defaults({ locale: 'en', newId: () => 'n' }) as BlockRecord['data']
      const ports = portsOf({ kind: kind.name, data }).map(({ id }) => id)
      const way = wayOn({ kind: kind.name, data })
      expect(way === null ? ports.length === 0 : ports.includes(way)).toBe(true)
    }
  })
})

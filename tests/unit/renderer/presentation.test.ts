import { describe, expect, test } from 'vitest'
import { followView } from '../../../src-renderer/canvas/first-view.ts'
import {
  askedBy,
  goToTurnOf,
  type Presentation,
  paceMs,
  playOrPause,
  sceneOfTurn,
} from '../../../src-renderer/present/presentation.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../../src-shared/document/ids.ts'
import { deleteSelection } from '../../../src-shared/edit/delete-selection.ts'
import { Editor } from '../../../src-shared/edit/editor.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'
import { type SimulatedTurn, send, startSimulation } from '../../../src-shared/runtime/simulation.ts'
import { loadBot } from '../../data/recording/conversation.ts'

function casey(...said: string[]) {
  const document = BotDocument.of(loadBot('assets/samples/casey.json').values())
  const program = compile(document)
  const talk = said.reduce((at, text) => send(at, program, { text }), startSimulation(program))
  return { document, turns: talk.turns }
}

function shown(turns: readonly SimulatedTurn[], at: number, isPlaying = false): Presentation {
  return { turns, at, isPlaying }
}

describe('the turn that is shown', () => {
  const { turns } = casey('Hi', '3', '0')

  test('is never before the first or after the last', () => {
    expect(goToTurnOf(shown(turns, 0), -1).at).toBe(0)
    expect(goToTurnOf(shown(turns, 1), 2).at).toBe(2)
    expect(goToTurnOf(shown(turns, 2), 3).at).toBe(2)
  })

  test('playing ends with the last turn, and begins again from there', () => {
    expect(goToTurnOf(shown(turns, 0, true), 1).isPlaying).toBe(true)
    expect(goToTurnOf(shown(turns, 1, true), 2).isPlaying).toBe(false)
    expect(playOrPause(shown(turns, 1))).toMatchObject({ at: 1, isPlaying: true })
    expect(playOrPause(shown(turns, 1, true))).toMatchObject({ at: 1, isPlaying: false })
    expect(playOrPause(shown(turns, 2))).toMatchObject({ at: 0, isPlaying: true })
  })

  test('a conversation of one turn has nothing to play', () => {
    expect(playOrPause(shown(turns.slice(0, 1), 0)).isPlaying).toBe(false)
  })

  test('stays as long as its words take to read, within bounds', () => {
    const saying = (length: number) => paceMs({ events: [{ text: 'a'.repeat(length) }] as never })
    expect(paceMs({ events: [] })).toBe(2500)
    expect(saying(50)).toBe(4250)
    expect(saying(5000)).toBe(7000)
  })
})

describe('what the canvas shows of a turn', () => {
  test('the blocks it came by, in the flow where it ended', () => {
    const { document, turns } = casey('Hi')
    const [turn] = turns
    const scene = turn && sceneOfTurn(document, turn)
    expect(scene?.end).toBe(turn?.after.block)
    expect(scene?.flow).toBe(document.get(turn?.after.block as BlockId)?.flow)
    expect(scene?.blocks.length).toBeGreaterThan(1)
    expect(new Set(scene?.blocks.map(id => document.get(id)?.flow))).toEqual(new Set([scene?.flow]))
  })

  test('nothing where the bot has none of its blocks any more', () => {
    const { document, turns } = casey('Hi')
    const [turn] = turns
    if (!turn) throw new Error('no turn')
    const editor = new Editor({ document, seq: 0, log: [], actor: 'Ana', world: new SeededWorld(1, 0) })
    const blocks = [...document.all('block')].map(({ id }) => id)
    const done = editor.commit(deleteSelection(document, { blocks, edges: [], notes: [] }), {
      key: 'canvas.edit.delete',
    })
    expect(done.ok).toBe(true)
    expect(sceneOfTurn(editor.document, turn)).toBeNull()
  })

  test('all of them where they can be read, else the last', () => {
    const box = (left: number, top: number) => ({ left, top, right: left + 240, bottom: top + 100 })
    const size = { width: 800, height: 600 }
    expect(followView([box(0, 0), box(300, 0)], box(300, 0), size)).toEqual({ x: 130, y: 250, zoom: 1 })
    const far = followView([box(0, 0), box(9000, 0)], box(9000, 0), size)
    expect(far.zoom).toBe(0.8)
    expect(far.x).toBe(400 - 9120 * 0.8)
  })
})

describe('keys', () => {
  const press = (key: string, more = {}) =>
    askedBy({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })

  test('each asks for one thing, and none with others held', () => {
    expect([' ', 'ArrowRight', 'PageDown'].map(key => press(key))).toEqual(['next', 'next', 'next'])
    expect(['ArrowLeft', 'p', 'P', 'Escape', 'x'].map(key => press(key))).toEqual([
      'back',
      'play',
      'play',
      'end',
      null,
    ])
    expect(press('p', { ctrlKey: true })).toBeNull()
  })
})

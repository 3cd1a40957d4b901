import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { Edit } from '../../../src-shared/edit/edit.ts'
import { Editor } from '../../../src-shared/edit/editor.ts'
import { historyOf } from '../../../src-shared/edit/history.ts'
import { healthyBot } from '../document/draft-bot.ts'
import { randomRecords } from './random-bot.ts'
import { changesOf, type Gesture, gestures } from './random-edits.ts'
import { copyOf, counter, snapshot } from './snapshot.ts'

const SEEDS = [2, 42, 19991231] as const
type Step = Gesture | 'undo' | 'redo'

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: gestures },
    { weight: 3, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
  ),
  { maxLength: 40 },
)

/** The naive model: every state there was, and where in it we are. */
class States {
  private readonly all: string[]
  private at = 0

  constructor(first: string) {
    this.all = [first]
  }

  get present(): string {
    return this.all[this.at] ?? ''
  }

  add(state: string): void {
    this.all.splice(this.at + 1)
    this.all.push(state)
    this.at += 1
  }

  undo(): boolean {
    this.at -= this.at > 0 ? 1 : 0
    return true
  }

  redo(): boolean {
    this.at += this.at < this.all.length - 1 ? 1 : 0
    return true
  }
}

function open(document: BotDocument, log: readonly Edit[] = [], seq = log.length) {
  const newId = counter('h')
  let now = 0
  const world = { newId: () => `${seq}-${newId()}`, now: () => now++ }
  const editor = new Editor({ document, seq, log, actor: 'ana', world })
  const edits: Edit[] = [...log]
  editor.onEdit = edit => edits.push(edit)
  return { editor, edits }
}

function take(editor: Editor, step: Step, newId: () => string): boolean {
  if (step === 'undo') return editor.undo().ok
  if (step === 'redo') return editor.redo().ok
  const done = editor.commit(changesOf(editor.document, step, newId), { key: 'test' })
  return done.ok && done.value !== null
}

describe.each(SEEDS)('undo and redo, seed %i', seed => {
  const check = (law: (records: BotDocument, all: readonly Step[]) => void) =>
    fc.assert(
      fc.property(randomRecords, steps, (records, all) => law(BotDocument.of(records), all)),
      { seed, numRuns: 120 },
    )

  test('are steps back and forth through the states there were', () => {
    check((document, all) => {
      const { editor } = open(document)
      const states = new States(snapshot(document))
      const newId = counter('new')
      for (const step of all) {
        const moved = take(editor, step, newId)
        if (step === 'undo') states.undo()
        else if (step === 'redo') states.redo()
        else if (moved) states.add(snapshot(document))
        expect(snapshot(document)).toBe(states.present)
      }
    })
  })

  test('only append to the log, which replayed gives the same bot and the same history', () => {
    check((document, all) => {
      const first = copyOf(document)
      const { editor, edits } = open(document)
      const newId = counter('new')
      for (const step of all) take(editor, step, newId)
      expect(edits.map(({ baseSeq }) => baseSeq)).toEqual(edits.map((_, at) => at))
      expect(editor.seq).toBe(edits.length)
      const replayed = open(first)
      for (const edit of edits) replayed.editor.commit(edit.changes, edit.label)
      expect(snapshot(first)).toBe(snapshot(document))
      expect(historyOf(edits)).toEqual(editor.history)
    })
  })

  test('a log that is cut off at its old end remembers what lies after the cut', () => {
    check((document, all) => {
      const { editor, edits } = open(document)
      const newId = counter('new')
      for (const step of all) take(editor, step, newId)
      for (let cut = 0; cut <= edits.length; cut += 1) {
        const kept = new Set(edits.slice(cut))
        const { undoable, redoable } = historyOf(edits.slice(cut))
        expect(undoable).toEqual(editor.history.undoable.filter(edit => kept.has(edit)))
        expect(redoable).toEqual(editor.history.redoable.filter(edit => kept.has(edit)))
      }
    })
  })

  test('are listed with those taken back, and going along the list is going through the states there were', () => {
    check((document, all) => {
      const { editor, edits } = open(document)
      const states = new States(snapshot(document))
      const newId = counter('new')
      for (const step of all) {
        const moved = take(editor, step, newId)
        if (step === 'undo') states.undo()
        else if (step === 'redo') states.redo()
        else if (moved) states.add(snapshot(document))
      }
      const listed = editor.steps()
      expect(listed.filter(({ isUndone }) => !isUndone)).toHaveLength(editor.history.undoable.length)
      expect(listed.every(({ edit }) => edit.kind === 'do')).toBe(true)
      expect(listed.map(({ edit }) => edits.indexOf(edit))).toEqual(
        listed.map(({ edit }) => edits.indexOf(edit)).toSorted((a, b) => a - b),
      )
      for (let undone = editor.undo(); undone.ok; undone = editor.undo()) states.undo()
      expect(editor.steps().map(({ edit }) => edit)).toEqual(listed.map(({ edit }) => edit))
      for (const step of listed) {
        editor.redo()
        states.redo()
        expect(snapshot(document)).toBe(states.present)
        expect(editor.steps()[editor.history.undoable.length - 1]?.edit).toBe(step.edit)
      }
    })
  })

  test('go on after a restart with part of the log, older pages being added when they are asked for', () => {
    check((document, all) => {
      const { editor, edits } = open(document)
      const newId = counter('new')
      for (const step of all) take(editor, step, newId)
      const cut = Math.ceil(edits.length / 2)
      const again = open(document, edits.slice(cut), edits.length).editor
      expect(again.hasOlder).toBe(cut > 0)
      expect(again.oldestKnown).toBe(cut)
      again.extendHistory(edits.slice(0, cut))
      expect(again.hasOlder).toBe(false)
      expect(again.history).toEqual(editor.history)
    })
  })
})

describe('the editor', () => {
  test('says that there is nothing to undo or redo', () => {
    const { editor } = open(healthyBot().document())
    expect(editor.undo()).toMatchObject({ ok: false, code: 'edit/nothing-to-undo' })
    expect(editor.redo()).toMatchObject({ ok: false, code: 'edit/nothing-to-redo' })
  })

  test('makes no edit of changes that change nothing', () => {
    const { editor, edits } = open(healthyBot().document())
    expect(editor.commit({}, { key: 'test' })).toEqual({ ok: true, value: null })
    expect([editor.seq, edits.length]).toEqual([0, 0])
  })

  test('a new edit after an undo leaves nothing to redo', () => {
    const { editor } = open(healthyBot().document())
    const newId = counter()
    const move = (a: number): Gesture => ({ does: 'move', a, b: a + 1, c: 33 })
    take(editor, move(0), newId)
    editor.undo()
    take(editor, move(2), newId)
    expect(editor.redo()).toMatchObject({ ok: false, code: 'edit/nothing-to-redo' })
  })
})

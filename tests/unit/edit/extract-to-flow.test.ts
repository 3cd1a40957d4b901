import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractToFlow } from '../../../src-shared/blocks/edits/extract-to-flow.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId, GroupId, NoteId } from '../../../src-shared/document/ids.ts'
import { integrityProblems } from '../../../src-shared/document/integrity.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import type { Changes } from '../../../src-shared/edit/edit.ts'
import { lint } from '../../../src-shared/lint/lint.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { send, startSimulation } from '../../../src-shared/runtime/simulation.ts'
import {
  ask,
  blockId,
  type DraftBot,
  END,
  healthyBot,
  MAIN,
  menuOf,
  option,
  RETURN,
  say,
  set,
} from '../document/draft-bot.ts'
import { randomBots } from './random-bot.ts'
import { copyOf, counter, snapshot } from './snapshot.ts'

const ids = (...names: string[]) => names.map(blockId)

/** in → hello → a → q → b → end, where customers can see what happens. */
function line(): DraftBot {
  return healthyBot()
    .variable('CITY')
    .block('a', 'message', say('A'), { x: 400, y: 80 })
    .block('q', 'question', ask(), { x: 720, y: 160 })
    .block('b', 'message', say('B'), { x: 1040, y: 80 })
    .edge('hello', 'next', 'a')
    .edge('a', 'next', 'q')
    .edge('q', 'answered', 'b')
    .edge('b', 'next', 'end')
}

function extract(document: BotDocument, blocks: readonly BlockId[], notes: NoteId[] = []) {
  const made = extractToFlow(document, blocks, { name: 'Part', notes }, counter('x'))
  if (!made.ok) throw new Error(made.message)
  apply(document, made.value.changes)
  return made.value
}

function apply(document: BotDocument, changes: Changes): void {
  const applied = applyChanges(document, changes)
  if (!applied.ok) throw new Error(applied.message)
}

function undo(changes: Changes): Changes {
  const turned = Object.entries(changes).map(([id, { before, after }]) => [
    id,
    { before: after, after: before },
  ])
  return Object.fromEntries(turned) as Changes
}

/** What a customer sees and what is kept, for some answers; which blocks did it is not told. */
function story(document: BotDocument, answers: readonly string[]): readonly unknown[] {
  const program = compile(document)
  let simulation = startSimulation(program)
  for (const text of ['Hi', ...answers]) simulation = send(simulation, program, { text })
  return simulation.turns.map(({ events }) =>
    events.flatMap((event): unknown[] => {
      if (event.type === 'messageSent') return [event.text]
      if (event.type === 'variableSet') return [[event.name, event.value]]
      return event.type === 'conversationClosed' ? [event.type] : []
    }),
  )
}

const leadsTo = (document: BotDocument, id: BlockId) => document.edgesFrom(id).map(({ to }) => to)

describe('extraction to a sub-flow', () => {
  test('puts a call in the place of the blocks, which keep their ids', () => {
    const document = line().document()
    const before = story(document, ['Rome', 'x'])
    const { call, flow } = extract(document, ids('a', 'q', 'b'))
    expect(leadsTo(document, blockId('hello'))).toEqual([call])
    expect(leadsTo(document, call)).toEqual([blockId('end')])
    expect(document.get(call)).toMatchObject({
      kind: 'callFlow',
      flow: MAIN,
      x: 400,
      y: 80,
      data: { flow: flow.id },
    })
    expect(document.get(blockId('a'))).toMatchObject({ flow: flow.id, x: 400, y: 160 })
    expect(document.get(blockId('q'))).toMatchObject({ flow: flow.id, x: 720, y: 240 })
    const kinds = [...document.blocksOf(flow.id).values()].map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['end', 'entry', 'message', 'message', 'question'])
    expect(story(document, ['Rome', 'x'])).toEqual(before)
    expect(lint(document).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('where nothing follows, the call ends as the flow did', () => {
    const document = line().block('b', 'end', END).unplug('b', 'next').document()
    const before = story(document, ['Rome', 'x'])
    const { call } = extract(document, ids('q', 'b'))
    expect(leadsTo(document, call).map(id => document.get(id)?.data.mode)).toEqual(['return'])
    expect(story(document, ['Rome', 'x'])).toEqual(before)
    expect(lint(document).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('jumps inside the flow count as ways: in leads to the call, out returns', () => {
    const document = line()
      .block('b', 'goTo', { block: blockId('end') })
      .unplug('b', 'next')
      .block('again', 'goTo', { block: blockId('a') })
      .edge('menu', 'opt_a', 'again')
      .document()
    const { call } = extract(document, ids('a', 'q', 'b'))
    expect(document.get(blockId('again'))?.data.block).toBe(call)
    expect(document.get(blockId('b'))).toMatchObject({ kind: 'end', data: { mode: 'return' } })
    expect(leadsTo(document, call)).toEqual([blockId('end')])
  })

  test('whole groups and chosen notes come along; a part of a group leaves the call behind', () => {
    const note = 'note_n' as NoteId
    const group = (id: string, blocks: BlockId[]) =>
      ({ id: id as GroupId, type: 'group', flow: MAIN, title: id, hue: 'blue', blocks }) as const
    const document = line()
      .put(group('group_whole', ids('q')))
      .put(group('group_part', ids('hello', 'a')))
      .put({
        id: note,
        type: 'note',
        flow: MAIN,
        x: 720,
        y: 0,
        width: 160,
        height: 80,
        text: '',
        hue: 'red',
        author: 'A',
        at: 1,
      })
      .document()
    const { call, flow } = extract(document, ids('a', 'q'), [note])
    expect(document.get('group_whole' as GroupId)).toMatchObject({ flow: flow.id, blocks: ids('q') })
    expect(document.get('group_part' as GroupId)).toMatchObject({
      flow: MAIN,
      blocks: [blockId('hello'), call],
    })
    expect(document.get(note)).toMatchObject({ flow: flow.id, x: 720, y: 160 })
  })

  const refused: readonly (readonly [string, string, BotDocument, string[], string[]])[] = [
    ['nothing', 'nothing', line().document(), [], []],
    ['an entry', 'entry', line().document(), ['in', 'hello'], ['in']],
    ['the main menu', 'main-menu', line().edge('a', 'next', 'menu').document(), ['a', 'menu'], ['menu']],
    ['two ways in', 'starts', line().edge('menu', 'opt_b', 'q').document(), ['a', 'q'], ['a', 'q']],
    [
      'a jump into the middle',
      'starts',
      line()
        .block('j', 'goTo', { block: blockId('q') })
        .document(),
      ['a', 'q'],
      ['a', 'q'],
    ],
    [
      'two blocks that follow',
      'ends',
      healthyBot()
        .block('m', 'menu', menuOf(option('a', 'A'), option('b', 'B')))
        .edge('hello', 'next', 'm')
        .edge('m', 'opt_a', 'menu')
        .edge('m', 'opt_b', 'end')
        .document(),
      ['m'],
      ['menu', 'end'],
    ],
    [
      'a return among ways on',
      'returns',
      healthyBot()
        .block('m', 'menu', menuOf(option('a', 'A'), option('b', 'B')))
        .block('r', 'end', RETURN)
        .edge('hello', 'next', 'm')
        .edge('m', 'opt_a', 'r')
        .edge('m', 'opt_b', 'end')
        .document(),
      ['m', 'r'],
      ['r'],
    ],
    [
      'a way that leads nowhere',
      'open',
      healthyBot()
        .block('m', 'menu', menuOf(option('a', 'A'), option('b', 'B')))
        .edge('hello', 'next', 'm')
        .edge('m', 'opt_b', 'end')
        .document(),
      ['m'],
      ['m'],
    ],
    [
      'a menu people go back to',
      'back',
      healthyBot()
        .block('m', 'menu', menuOf(option('a', 'A')))
        .block('n', 'menu', { ...menuOf(option('a', 'A')), back: true })
        .edge('hello', 'next', 'm')
        .edge('m', 'opt_a', 'n')
        .edge('n', 'opt_a', 'end')
        .document(),
      ['m'],
      ['m'],
    ],
  ]
  test.each(refused)('refuses %s: extract/%s', (_, code, document, chosen, at) => {
    const made = extractToFlow(document, ids(...chosen), { name: 'Part' }, counter())
    expect(made).toMatchObject({ ok: false, code: `extract/${code}` })
    if (!made.ok)
      expect((made.problems ?? []).map(({ pointer }) => pointer).sort()).toEqual(ids(...at).sort())
  })

  test('changes nothing that a conversation does, seed 4190', () => {
    const step = fc.constantFrom('message', 'question', 'set', 'ask')
    const answers = fc.array(fc.constantFrom('Rome', '12', '', 'Hi', '#MENU', '1', '2'), { maxLength: 8 })
    const cut = fc.tuple(fc.nat(), fc.nat())
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), cut, answers, (steps, [a, b], said) => {
        const document = pieces(steps)
        const before = story(document, said)
        const [from, to] = [a % steps.length, b % steps.length].sort((x, y) => x - y) as [number, number]
        extract(document, ids(...steps.map((_, at) => `s${at}`).slice(from, to + 1)))
        expect(integrityProblems(document)).toEqual([])
        expect(story(document, said)).toEqual(before)
      }),
      { seed: 4190, numRuns: 200 },
    )
  })

  test('keeps any bot whole, and undo restores it, seed 4191', () => {
    const chosen = fc.array(fc.nat(13), { minLength: 1, maxLength: 5 })
    let done = 0
    fc.assert(
      fc.property(
        randomBots,
        chosen,
        fc.array(fc.constantFrom('hi!', '1', '#MENU', 'Leave', '🙂'), { maxLength: 4 }),
        (document, numbers, said) => {
          const all = [...document.all('block')]
          const first = all[(numbers[0] ?? 0) % Math.max(all.length, 1)]
          const inside = all.filter((block, at) => block.flow === first?.flow && numbers.includes(at))
          const blocks = new Set([...inside, ...(first ? [first] : [])].map(({ id }) => id))
          const before = snapshot(document)
          const told = story(document, said)
          const made = extractToFlow(copyOf(document), blocks, { name: 'Part' }, counter('x'))
          if (!made.ok) {
            expect(made.code).toMatch(/^extract\//)
            return
          }
          done += 1
          apply(document, made.value.changes)
          expect(integrityProblems(document)).toEqual([])
          if (!isCalled(document, first?.flow)) expect(story(document, said)).toEqual(told)
          apply(document, undo(made.value.changes))
          expect(snapshot(document)).toBe(before)
        },
      ),
      { seed: 4191, numRuns: 600 },
    )
    expect(done).toBeGreaterThan(50)
  })
})

/** hello → s0 → s1 → … → menu, each step something that customers or variables show. */
function pieces(steps: readonly string[]): BotDocument {
  const draft = healthyBot().variable('CITY')
  for (const [at, step] of steps.entries()) {
    const name = `s${at}`
    if (step === 'message') draft.block(name, 'message', say(`${at}: {{CITY|nowhere}}`))
    else if (step === 'set') draft.block(name, 'setVariable', set('CITY', `"City ${at}"`))
    else
      draft.block(name, 'question', ask({ saveTo: 'var_city', answer: step === 'ask' ? 'number' : 'text' }))
    const port = step === 'question' || step === 'ask' ? 'answered' : 'next'
    draft.edge(name, port, at + 1 < steps.length ? `s${at + 1}` : 'menu')
  }
  return draft.edge('hello', 'next', 's0').document()
}

/** A flow that others call can be left by jumps, which forget the caller when they cross flows. */
function isCalled(document: BotDocument, flow: string | undefined): boolean {
  return [...document.all('block')].some(({ kind, data }) => kind === 'callFlow' && data.flow === flow)
}

import { beforeEach, describe, expect, test } from 'vitest'
import { readValueLines } from '../../../src-renderer/simulator/read-value-lines.ts'
import {
  bringBack,
  isLost,
  letHappen,
  letTimePass,
  refreshTalk,
  say,
  sayAgain,
  setFollowing,
  setHost,
  startAgain,
  takeBack,
  useTalk,
} from '../../../src-renderer/simulator/talk.ts'
import { registerDraft } from '../../../src-renderer/state/drafts.ts'
import { NO_TRAIL, useWorkbench } from '../../../src-renderer/state/workbench.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId, FlowId } from '../../../src-shared/document/ids.ts'
import type { BlockRecord } from '../../../src-shared/document/records.ts'
import { deleteSelection } from '../../../src-shared/edit/delete-selection.ts'
import { Editor } from '../../../src-shared/edit/editor.ts'
import { updateRecord } from '../../../src-shared/edit/update-record.ts'
import type { Event } from '../../../src-shared/runtime/events.ts'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'
import { loadBot } from '../../data/recording/conversation.ts'

const LABEL = { key: 'inspector.edit.bot' }
/** Opens a sample as the window does, but for the library. */
function open(name: string): Editor {
  const document = BotDocument.of(loadBot(`assets/samples/${name}.json`).values())
  const world = new SeededWorld(1, 0)
  const editor = new Editor({ document, seq: 0, log: [], actor: 'Ana', world })
  editor.onEdit = () => useWorkbench.setState(({ rev }) => ({ rev: rev + 1 }))
  useWorkbench.setState(({ rev }) => ({
    bot: document.bot.id,
    editor,
    rev: rev + 1,
    flow: document.bot.mainFlow,
    trail: NO_TRAIL,
  }))
  useTalk.setState({ bot: null })
  refreshTalk()
  return editor
}

function texts(): readonly string[] {
  const turns = useTalk.getState().simulation?.turns ?? []
  return turns.flatMap(({ events }) =>
    events.flatMap(event => (event.type === 'messageSent' ? [event.text] : [])),
  )
}

describe('the conversation beside the canvas (issue 2, item 7)', () => {
  let editor: Editor
  beforeEach(() => {
    editor = open('orders')
  })

  test('a turn leaves its way on the canvas: the block that waits, the blocks run, the edges taken', () => {
    say({ text: 'Hi' })
    const { trail } = useWorkbench.getState()
    expect(trail.active).toBe('block_catalogue')
    expect([...trail.blocks]).toEqual(
      expect.arrayContaining(['block_hello', 'block_welcome', 'block_catalogue']),
    )
    expect(trail.edges.size).toBe(2)
    for (const edge of trail.edges) expect(editor.document.get(edge)?.type).toBe('edge')
  })

  test('taking the last message back takes its way back; starting again clears it, and can be undone', () => {
    say({ text: 'Hi' })
    const first = useWorkbench.getState().trail
    say({ text: '1' })
    takeBack()
    expect(useWorkbench.getState().trail).toEqual(first)
    startAgain()
    expect(useWorkbench.getState().trail).toBe(NO_TRAIL)
    expect(texts()).toEqual([])
    bringBack()
    expect(useWorkbench.getState().trail).toEqual(first)
    expect(texts()).toHaveLength(2)
  })

  test('what is being typed into the bot is part of the next turn', () => {
    say({ text: 'Hi' })
    const quantity = editor.document.get('block_quantity' as BlockId) as BlockRecord
    const stop = registerDraft(() => {
      stop()
      const changed = { ...quantity, data: { ...quantity.data, prompt: { en: 'So how many?' } } }
      editor.commit(updateRecord(editor.document, changed), LABEL)
    })
    say({ text: '1' })
    expect(texts().at(-1)).toBe('So how many?')
  })

  test('an edit goes on from where the conversation is; the same said again tells what it would have been', () => {
    say({ text: 'Hi' })
    const welcome = editor.document.get('block_welcome' as BlockId) as BlockRecord
    const changed = { ...welcome, data: { ...welcome.data, text: { en: 'Hello!' } } }
    editor.commit(updateRecord(editor.document, changed), LABEL)
    say({ text: 'nonsense' })
    expect(texts()[0]).toBe('Welcome to the shop!')
    sayAgain()
    expect(texts()[0]).toBe('Hello!')
  })

  test('a conversation that waited at a deleted block is known to be lost', () => {
    say({ text: 'Hi' })
    const lost = () => {
      const program = refreshTalk()
      const { simulation } = useTalk.getState()
      return program && simulation ? isLost(simulation, program) : null
    }
    expect(lost()).toBe(false)
    editor.commit(
      deleteSelection(editor.document, { blocks: ['block_catalogue' as BlockId], edges: [] }),
      LABEL,
    )
    expect(lost()).toBe(true)
    editor.undo()
    expect(lost()).toBe(false)
  })

  test('the customer’s language is chosen by starting in it', () => {
    startAgain('pt-BR')
    say({ text: 'Oi' })
    expect(texts()[0]).toBe('Bem-vindo à loja!')
  })

  test('another bot has another conversation', () => {
    say({ text: 'Hi' })
    open('casey')
    expect(texts()).toEqual([])
  })
})

/** Opens a fixture as `open` does a sample. */
function openFixture(name: string): void {
  open(`../../tests/fixtures/bots/${name}`)
}

function events(): readonly Event[] {
  return useTalk.getState().simulation?.turns.flatMap(turn => turn.events) ?? []
}

function types(): readonly string[] {
  return events().map(({ type }) => type)
}

describe('what else can happen to a tried conversation (issue 3)', () => {
  beforeEach(() => openFixture('parts'))

  test('the clock runs on, and what becomes due happens at its time', () => {
    for (const text of ['Hi', 'Sea view', '3']) say({ text })
    expect(texts().at(-1)).not.toBe('Ten minutes have passed.')
    letTimePass(15 * 60_000)
    expect(texts().at(-1)).toBe('Ten minutes have passed.')
    takeBack()
    takeBack()
    expect(texts().at(-1)).not.toBe('Ten minutes have passed.')
  })

  test('the world outside behaves as it was told, from then on', () => {
    say({ text: 'Hi' })
    setHost({ http: 'timeout', agents: 'offline' })
    say({ text: 'Sea view' })
    say({ text: '4' })
    const outcomes = events().flatMap(event => (event.type === 'effectDone' ? [event.outcome] : []))
    expect(outcomes).toEqual(['timeout', 'offline'])
    expect(types()).toContain('handoverFailed')
  })

  test('an agent writes and closes; while one has the conversation it is not lost (requirements.md CM-15)', () => {
    for (const text of ['Hi', 'Sea view', '4']) say({ text })
    const { program, simulation } = useTalk.getState()
    if (!program || !simulation) throw new Error('nothing was tried')
    expect(isLost(simulation, program)).toBe(false)
    letHappen({ type: 'agent', action: 'message', text: 'Good morning' })
    say({ text: 'Thank you' })
    letHappen({ type: 'agent', action: 'close', text: '' })
    expect(types()).toEqual(expect.arrayContaining(['handoverStarted', 'agentMessage', 'handoverEnded']))
  })

  test('links, events, schedules and the company begin conversations', () => {
    letHappen({ type: 'referral', ref: 'spring' })
    letHappen({ type: 'event', name: 'room.ready', values: { ROOM: '12' } })
    letHappen({ type: 'schedule', entry: 'block_daily' as BlockId })
    letHappen({ type: 'proactive' })
    expect(texts()).toEqual([
      'Room of yours is ready.',
      'Room 12 is ready.',
      'Room of yours is ready.',
      'Room of yours is ready.',
    ])
  })

  test('the channel is chosen by starting on it, and comes back with what is brought back', () => {
    startAgain('pt-BR', 'whatsapp')
    say({ text: 'Oi' })
    expect(useTalk.getState().simulation?.first.more?.channel).toBe('whatsapp')
    startAgain(null, 'sms')
    bringBack()
    expect(useTalk.getState()).toMatchObject({ channel: 'whatsapp', locale: 'pt-BR' })
  })

  test('values of an event are read from lines, and the first that is none is named', () => {
    expect(readValueLines('ORDER = 12\n\nNAME: Ana = Maria\nPAID=true\nNOTE =')).toEqual({
      values: { ORDER: 12, NAME: 'Ana = Maria', PAID: true, NOTE: '' },
      wrong: null,
    })
    expect(readValueLines('A = 1\nlower = 2').wrong).toBe('lower = 2')
  })
})

describe('a conversation that goes into another flow', () => {
  beforeEach(() => {
    open('casey')
  })

  test('takes the canvas along, unless the person does not want that', () => {
    const { mainFlow } = useWorkbench.getState().editor?.document.bot ?? {}
    say({ text: 'Hi' })
    say({ text: '1' })
    const { trail, flow, editor } = useWorkbench.getState()
    const waiting = trail.active && editor?.document.get(trail.active)
    expect(waiting ? waiting.flow : null).toBe(flow)
    expect(flow).not.toBe(mainFlow)
    setFollowing(false)
    useWorkbench.setState({ flow: mainFlow as FlowId })
    say({ text: 'Ana Souza' })
    expect(useWorkbench.getState().flow).toBe(mainFlow)
    setFollowing(true)
    expect(useWorkbench.getState().flow).toBe(flow)
  })
})

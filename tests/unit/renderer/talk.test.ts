import { beforeEach, describe, expect, test } from 'vitest'
import {
  bringBack,
  isLost,
  refreshTalk,
  say,
  sayAgain,
  setFollowing,
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

import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { formatValue } from '../../src-shared/expression/format-value.ts'
import type { Event } from '../../src-shared/runtime/events.ts'
import type { SimulatedTurn } from '../../src-shared/runtime/simulation.ts'
import { portName } from '../blocks/port-name.ts'
import { nameOfBlock } from './name-of-block.ts'
import { linesOf } from './transcript.ts'

/** One step of a turn in plain words, and the block it can be found at. */
export type TurnDetail = Readonly<{ text: string; block: BlockId | null }>

/** All that happened in a turn, in order. */
export function turnDetails(t: TFunction, document: BotDocument, turn: SimulatedTurn): readonly TurnDetail[] {
  const details = turn.events.map(event => detailOf(t, document, event))
  const { state, block } = turn.after
  if (state !== 'open' || !block) return details
  return [...details, { text: t('simulator.turn.waits', { block: nameOfBlock(t, document, block) }), block }]
}

function detailOf(t: TFunction, document: BotDocument, event: Event): TurnDetail {
  const name = (block: BlockId) => nameOfBlock(t, document, block)
  switch (event.type) {
    case 'messageReceived':
      return { text: t(`simulator.turn.rule.${event.rule}`), block: null }
    case 'conversationStarted':
      return { text: t('simulator.turn.started', { block: name(event.entry) }), block: event.entry }
    case 'blockEntered':
      return { text: t('simulator.turn.entered', { block: name(event.block) }), block: event.block }
    case 'edgeTaken': {
      const from = document.get(event.block)
      const port = from ? portName(t, from, event.port, document.bot.locales) : event.port
      const values = { port, from: name(event.block), to: name(event.to) }
      return { text: t('simulator.turn.edge', values), block: event.block }
    }
    case 'messageSent': {
      const values = { block: name(event.block), number: event.number }
      const count = event.options?.length
      const text = count
        ? t('simulator.turn.sentOptions', { ...values, count })
        : t('simulator.turn.sent', values)
      return { text, block: event.block }
    }
    case 'variableSet': {
      const value = formatValue(event.value) || t('simulator.variables.empty')
      return {
        text: t('simulator.turn.set', { block: name(event.block), name: event.name, value }),
        block: event.block,
      }
    }
    case 'invalidReply':
    case 'expressionFailed':
    case 'limitReached':
    case 'conversationClosed':
      return noteDetail(t, document, event)
  }
}

/** What the transcript says too, in the same words. */
function noteDetail(t: TFunction, document: BotDocument, event: Event): TurnDetail {
  const [line] = linesOf([event])
  if (line?.type !== 'note') return { text: event.type, block: null }
  const block = line.block ? nameOfBlock(t, document, line.block) : ''
  return { text: t(`simulator.note.${line.word}`, { ...line.values, block }), block: line.block }
}

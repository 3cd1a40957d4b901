import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId, FlowId } from '../../src-shared/document/ids.ts'
import type { SimulatedTurn } from '../../src-shared/runtime/simulation.ts'
import { trailOf } from '../simulator/trail-of.ts'
import type { Trail } from '../state/workbench.ts'

/** A conversation that is shown to others, turn by turn: `at` is the turn that is shown, from 0. Nothing is said in it. */
export type Presentation = Readonly<{
  turns: readonly SimulatedTurn[]
  at: number
  isPlaying: boolean
}>

/** What the canvas shows of a turn: the way it took, and of that the blocks of the flow it ended in. */
export type TurnScene = Readonly<{ trail: Trail; flow: FlowId; blocks: readonly BlockId[]; end: BlockId }>

const LEAST_MS = 2500
const MOST_MS = 7000
/** A calm reader's pace. */
const MS_PER_CHARACTER = 35

/** Any turn of it, the nearest where there is none of that number; playing ends with the last. */
export function goToTurnOf(presentation: Presentation, at: number): Presentation {
  const last = presentation.turns.length - 1
  const there = Math.max(0, Math.min(last, at))
  return { ...presentation, at: there, isPlaying: presentation.isPlaying && there < last }
}

/** Plays on or pauses; after the last turn it begins again. */
export function playOrPause(presentation: Presentation): Presentation {
  const { turns, at, isPlaying } = presentation
  if (isPlaying) return { ...presentation, isPlaying: false }
  const from = at >= turns.length - 1 ? 0 : at
  return goToTurnOf({ ...presentation, isPlaying: true }, from)
}

/** How long a turn stays while the conversation plays: as long as what was said takes to read. Milliseconds. */
export function paceMs({ events }: Pick<SimulatedTurn, 'events'>): number {
  const characters = events.reduce((sum, event) => sum + ('text' in event ? event.text.length : 0), 0)
  return Math.min(MOST_MS, LEAST_MS + characters * MS_PER_CHARACTER)
}

/** Null where a turn came by no block that the bot still has. */
export function sceneOfTurn(document: BotDocument, turn: SimulatedTurn): TurnScene | null {
  const trail = trailOf(document, turn)
  const known = [...trail.blocks, ...(trail.active ? [trail.active] : [])].filter(id => document.get(id))
  const end = known.at(-1)
  const flow = end && document.get(end)?.flow
  if (!end || !flow) return null
  return { trail, flow, end, blocks: [...new Set(known)].filter(id => document.get(id)?.flow === flow) }
}

export type Asked = 'next' | 'back' | 'first' | 'last' | 'play' | 'comment' | 'end'

const KEYS: Readonly<Record<string, Asked>> = {
  ' ': 'next',
  arrowright: 'next',
  pagedown: 'next',
  arrowleft: 'back',
  pageup: 'back',
  home: 'first',
  end: 'last',
  p: 'play',
  m: 'comment',
  escape: 'end',
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** What a key asks of the presentation; null where it means something else. */
export function askedBy({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): Asked | null {
  if (ctrlKey || metaKey || altKey || shiftKey) return null
  return KEYS[key.toLowerCase()] ?? null
}

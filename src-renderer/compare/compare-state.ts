import { create } from 'zustand'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { FlowId } from '../../src-shared/document/ids.ts'

/** One of the two things that are compared. Of the working copy the document is that of its editor. */
export type Side = Readonly<
  | { kind: 'working'; name: null; document: null }
  | { kind: 'version' | 'file'; name: string; document: BotDocument }
>

export const WORKING: Side = { kind: 'working', name: null, document: null }

export type CompareView = Readonly<{
  before: Side
  after: Side
  /** Both drawings beside each other, or on one another. */
  mode: 'beside' | 'over'
  flow: FlowId | null
  /** The listed change one is at. */
  current: string | null
  /** Changes that somebody has looked at and left as they are. */
  left: ReadonlySet<string>
  /** Of both drawings alike. */
  viewport: Readonly<{ x: number; y: number; zoom: number }>
  /** Of one drawing, in pixels. */
  size: Readonly<{ width: number; height: number }>
}>

export const NOTHING_COMPARED: CompareView = {
  before: WORKING,
  after: WORKING,
  mode: 'beside',
  flow: null,
  current: null,
  left: new Set(),
  viewport: { x: 0, y: 0, zoom: 1 },
  size: { width: 0, height: 0 },
}

export const useCompare = create<CompareView>()(() => NOTHING_COMPARED)

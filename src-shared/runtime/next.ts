import type { Outcome } from '../blocks/kind.ts'
import type { ProgramBlock } from './program.ts'

/**
 * Where a conversation goes on: a block to enter, or a block that was left by an outcome. Nothing when it waits or is
 * over.
 */
export type Next = Readonly<{ enter: ProgramBlock }> | Readonly<{ at: ProgramBlock; outcome: Outcome }> | null

/** Frames that lead elsewhere than to a port; see `frameSchema` in session.ts. */
export const RESUME = '#resume'
export const ASK = '#ask'
export const HANDOVER = '#handover'

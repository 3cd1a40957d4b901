import type { MakePart } from '../part.ts'
import { followTurns } from './follow-turns.ts'

/** The engine's own agent desk, used where no other is set up (docs/desk.md). */
export const deskPart: MakePart = engine => {
  if (engine.effects.desk !== null) return {}
  return {
    async inTurns(tx, done) {
      await followTurns(tx, done)
    },
  }
}

import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import type { Program } from '../../src-shared/runtime/program.ts'
import {
  canBeReached,
  type DeadEnds,
  deadEnds,
  isHelpNear,
  type PathAnswer,
  type Without,
} from '../../src-shared/testing/ask-paths.ts'
import { explore, type Stopped } from '../../src-shared/testing/explore.ts'
import { type MenuPaths, menuPaths } from '../../src-shared/testing/menu-paths.ts'

export const PATH_QUESTIONS = ['near', 'reach', 'deadEnds', 'menus'] as const

/** What is asked, and all that can be said of it. */
export type PathQuestion = Readonly<{
  is: (typeof PATH_QUESTIONS)[number]
  within: number
  words: boolean
  goal: BlockId | null
  withoutBlock: BlockId | null
  /** A name; empty for none. */
  withoutVariable: string
  /** A block's id; empty for all entries. */
  entry: string
  depth: number
}>

export type Answer = Readonly<{ program: Program }> &
  (
    | Readonly<{ is: 'near'; within: number; found: PathAnswer }>
    | Readonly<{ is: 'reach'; found: PathAnswer }>
    | Readonly<{ is: 'deadEnds'; found: DeadEnds }>
    | Readonly<{ is: 'menus'; found: MenuPaths; stopped: Stopped; states: number }>
  )

/** A search may take so long. Milliseconds. */
const LONGEST_MS = 20_000

/** Looks for the answer; each step is so many places more. */
export function* answerSearch(document: BotDocument, question: PathQuestion): Generator<number, Answer> {
  const program = compile(document)
  const bounds = { ms: LONGEST_MS, now: () => performance.now() }
  switch (question.is) {
    case 'near': {
      const { within, words } = question
      const exploration = yield* explore(document, program, { bounds })
      return {
        is: 'near',
        program,
        within,
        found: isHelpNear(document, program, exploration, { within, words }),
      }
    }
    case 'reach': {
      const { goal, withoutBlock, withoutVariable } = question
      const without: Without[] = []
      if (withoutBlock) without.push({ block: withoutBlock })
      if (withoutVariable) without.push({ variable: withoutVariable })
      const found = yield* canBeReached(document, program, { goal: goal as BlockId, without, bounds })
      return { is: 'reach', program, found }
    }
    case 'deadEnds': {
      const exploration = yield* explore(document, program, { bounds })
      return { is: 'deadEnds', program, found: deadEnds(document, program, exploration) }
    }
    case 'menus': {
      const { depth, entry } = question
      const exploration = yield* explore(document, program, { bounds: { ...bounds, depth } })
      const found = menuPaths(exploration, { depth, entry: (entry || null) as BlockId | null })
      const { states, stopped } = exploration
      return {
        is: 'menus',
        program,
        found,
        stopped: stopped === 'depth' ? null : stopped,
        states: states.length,
      }
    }
  }
}

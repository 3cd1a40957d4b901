import { expect, test } from 'vitest'
import { advance, start } from '../../../src-shared/runtime/advance.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { healthyBot } from '../document/draft-bot.ts'
import { counter } from '../edit/snapshot.ts'
import { LINT_CASES } from './lint-cases.ts'

const ENDLESS = LINT_CASES.filter(({ code }) => code === 'flow/endless-loop' || code === 'flow/endless-calls')

/** Whether "Hi" drives the bot into a limit of the runtime (NHN-15). */
function runsIntoLimit(change: (bot: ReturnType<typeof healthyBot>) => unknown): boolean {
  const bot = healthyBot()
  change(bot)
  const program = compile(bot.document())
  const world = { now: () => 0, random: () => 0, newId: counter() }
  const turn = advance(program, start(program, {}), { id: 'i1', type: 'message', text: 'Hi' }, world)
  return turn.events.some(({ type }) => type === 'limitReached')
}

test.each(ENDLESS)('the runtime agrees: $says', ({ raises, spares }) => {
  expect(runsIntoLimit(raises)).toBe(true)
  expect(runsIntoLimit(spares)).toBe(false)
})

import type { Localized } from '../document/localized.ts'
import type { CompileContext, Outcome, Turn } from './kind.ts'

const WAIT = { go: 'wait' } as const
const AGAIN = { go: 'again' } as const

/**
 * What a block that asks does with a reply that does not fit: says its own words, or else what the bot's settings
 * say, and asks again. After words of its own a block that shows nothing to choose from just waits (`afterWords`).
 */
export function compileRefusal(
  retry: Localized,
  context: CompileContext,
  afterWords: 'wait' | 'again' = 'again',
): (turn: Turn) => Outcome {
  const own = context.text(retry)
  const usual = context.text(context.settings.notUnderstoodText ?? {})
  return turn => {
    const text = own(turn)
    if (text !== '') {
      turn.say({ text })
      return afterWords === 'wait' ? WAIT : AGAIN
    }
    const said = usual(turn)
    if (said !== '') turn.say({ text: said })
    return AGAIN
  }
}

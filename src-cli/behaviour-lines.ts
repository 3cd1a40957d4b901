import type { BotDocument } from '../src-shared/document/bot-document.ts'
import type { Answered, BehaviourDifference, TurnPair } from '../src-shared/testing/behaviour-difference.ts'
import { safe } from './message-lines.ts'

/** The conversations that go another way, turn by turn: `-` is what the first version says, `+` the second. */
export function behaviourLines(
  document: BotDocument,
  { played, changed }: BehaviourDifference,
): readonly string[] {
  const lines = changed.flatMap(({ name, turns }) => [
    `changed  ${name}`,
    ...turns.filter(({ isSame }) => !isSame).flatMap(pair => pairLines(document.bot.name, pair)),
  ])
  return [...lines, `${changed.length} of ${played} conversations change`].map(safe)
}

function pairLines(bot: string, { turn, before, after }: TurnPair): readonly string[] {
  const { input } = turn
  return [
    `  > ${input.type === 'message' ? input.text : input.type}`,
    ...wordsOf(bot, before).map(line => `  - ${line}`),
    ...wordsOf(bot, after).map(line => `  + ${line}`),
  ]
}

function wordsOf(bot: string, { said, state }: Answered): readonly string[] {
  const words = said.map(
    ({ text, options }) =>
      `${bot}: ${text.replaceAll('\n', '⏎')}${options.length > 0 ? ` [${options.join(' | ')}]` : ''}`,
  )
  return [...words, ...(state === 'open' ? [] : [`(${state})`])]
}

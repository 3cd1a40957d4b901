import type { BotDocument } from '../src-shared/document/bot-document.ts'
import { type Coverage, countCoverage } from '../src-shared/testing/coverage.ts'
import { placeOf } from './issue-lines.ts'
import { safe } from './message-lines.ts'

/** How much of a bot its tests come by, and the blocks they do not. */
export function coverageLines(document: BotDocument, coverage: Coverage): readonly string[] {
  const counts = countCoverage(document, coverage)
  const numbers = (['blocks', 'edges', 'options'] as const).map(name => {
    const { covered, all } = counts[name]
    const share = all === 0 ? 100 : Math.floor((covered / all) * 100)
    return `${name.padEnd(8)} ${covered} of ${all}, ${share} %`
  })
  const missed = [...document.all('block')].filter(({ id }) => !coverage.blocks.has(id))
  return [...numbers, ...missed.map(({ id }) => `not come by: ${placeOf(document, id)}`)].map(safe)
}

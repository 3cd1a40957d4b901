import { describe, expect, test } from 'vitest'
import { largeBotText } from '../../../bench/check/large-bot.ts'
import { parseDocumentText } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { canBeReached, deadEnds, isHelpNear } from '../../../src-shared/testing/ask-paths.ts'
import { type ExploreOptions, explore, finish } from '../../../src-shared/testing/explore.ts'
import { menuPaths } from '../../../src-shared/testing/menu-paths.ts'
import { analysePaths } from '../../../src-shared/testing/path-search.ts'
import { loadBot } from '../../data/recording/conversation.ts'
import { ask, blockId, healthyBot, menuOf, option } from '../document/draft-bot.ts'

const search = (document: BotDocument, options: ExploreOptions = {}) =>
  finish(explore(document, compile(document), options))
const reach = (
  document: BotDocument,
  goal: string,
  without: Parameters<typeof canBeReached>[2]['without'] = [],
) => finish(canBeReached(document, compile(document), { goal: blockId(goal), without }))

/** in → hello → menu: `a` asks for consent and then shows the data, `b` shows it at once or ends, by a second menu. */
function consentBot(): BotDocument {
  return healthyBot()
    .bot({ mainMenu: null })
    .variable('CONSENT')
    .block('menu', 'menu', menuOf(option('a', 'Ask'), option('b', 'More')))
    .block('consent', 'question', { ...ask(), saveTo: 'var_consent' })
    .block('data', 'message', { text: { en: 'Your data' } })
    .block('more', 'menu', menuOf(option('x', 'Data'), option('y', 'Bye')))
    .edge('menu', 'opt_a', 'consent')
    .edge('menu', 'opt_b', 'more')
    .edge('consent', 'answered', 'data')
    .edge('more', 'opt_x', 'data')
    .edge('more', 'opt_y', 'end')
    .edge('data', 'next', 'end')
    .document()
}

describe('path search on the runtime itself (issue 5, point 8)', () => {
  test('a block that can be reached without consent is found, with a conversation that does', () => {
    const document = consentBot()
    const { answer, turns, example } = reach(document, 'data', [{ block: blockId('consent') }])
    expect([answer, turns]).toEqual(['yes', 3])
    expect(
      example?.simulation.turns.map(({ input }) => (input.type === 'message' ? input.text : '')),
    ).toEqual(['Hi', 'More', 'Data'])
    expect(reach(document, 'data', [{ variable: 'CONSENT' }]).answer).toBe('yes')
  })

  test('one that cannot is not', () => {
    const document = consentBot()
    const edge = [...document.all('edge')].find(({ port }) => port === 'opt_x')
    if (edge) document.drop(edge.id)
    expect(reach(document, 'data', [{ block: blockId('consent') }]).answer).toBe('no')
    expect(reach(document, 'data', [{ variable: 'CONSENT' }]).answer).toBe('no')
    expect(reach(document, 'data').answer).toBe('yes')
  })

  test('whether help is near, and where it is not', () => {
    const document = consentBot()
    const program = compile(document)
    const far = isHelpNear(document, program, search(document), { within: 2, words: false })
    expect(far.answer).toBe('no')
    expect(far.example).not.toBeNull()
    const withMenu = healthyBot().document()
    const near = isHelpNear(withMenu, compile(withMenu), search(withMenu), { within: 3, words: true })
    expect(near.answer).not.toBe('no')
  })

  test('the longest dead end, and a bot without one', () => {
    const document = consentBot()
    const program = compile(document)
    expect(deadEnds(document, program, search(document)).count).toBe(0)
    const edge = document.edgeAt(blockId('data'), 'next')
    if (edge) document.drop(edge.id)
    const { longest } = deadEnds(document, compile(document), search(document))
    expect(longest).toMatchObject({ block: blockId('data'), breaksOff: true, turns: 3 })
    expect(longest?.example?.simulation.turns).toHaveLength(3)
  })

  test('all menu paths to a depth, from every entry', () => {
    const document = consentBot()
    const { paths, isCut } = menuPaths(search(document), { depth: 6 })
    expect(paths.map(({ labels, end }) => [labels.join(' > '), end])).toEqual([
      ['Hi > Ask > Ana Souza', 'over'],
      ['Hi > More > Data', 'over'],
      ['Hi > More > Bye', 'over'],
    ])
    expect(isCut).toBe(false)
    expect(menuPaths(search(document), { depth: 2 }).paths.map(({ end }) => end)).toEqual([
      'deeper',
      'deeper',
    ])
    expect(menuPaths(search(document), { depth: 6, most: 1 }).isCut).toBe(true)
  })

  test('every bound stops it and is told', () => {
    const parsed = parseDocumentText(largeBotText(600))
    if (!parsed.ok) throw new Error(parsed.message)
    let clock = 0
    expect(search(parsed.value, { bounds: { states: 50 } }).stopped).toBe('states')
    expect(search(parsed.value, { bounds: { turns: 50 } }).stopped).toBe('turns')
    expect(search(parsed.value, { bounds: { depth: 2 } }).stopped).toBe('depth')
    expect(search(parsed.value, { bounds: { ms: 5, now: () => clock++ } }).stopped).toBe('time')
  })

  for (const name of ['casey', 'orders'])
    test(`nothing is reached sooner than the fewest turns of the static search: ${name}`, () => {
      const document = loadBot(`assets/samples/${name}.json`)
      const program = compile(document)
      const { states, stopped } = search(document, { bounds: { states: 6000 } })
      const first = new Map<string, number>()
      for (const { turns, depth } of states)
        for (const turn of turns ?? [])
          for (const block of turn.entered) first.set(block, Math.min(first.get(block) ?? 1e9, depth + 1))
      const { reached } = analysePaths(document, program)
      for (const { goal, turns } of reached) expect(first.get(goal) ?? 1e9).toBeGreaterThanOrEqual(turns)
      expect(stopped).toBeNull()
      expect(reached.filter(({ goal }) => !first.has(goal))).toEqual([])
    })
})

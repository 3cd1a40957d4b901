import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId, EdgeId, TestcaseId } from '../document/ids.ts'
import { MAX_TEST_STEPS, type TestcaseRecord } from '../document/testcase.ts'
import type { Program } from '../runtime/program.ts'
import { type Coverage, coverageOf, joinCoverage } from './coverage.ts'
import { exampleOf, wayTo } from './example-of.ts'
import { type ExploreOptions, explore, type Stopped, type Turn } from './explore.ts'
import { labelOf } from './menu-paths.ts'
import { recordTestcase } from './record-testcase.ts'

/** A test that somebody may keep: what it would come by that no test did. */
export type ProposedTest = Readonly<{
  test: TestcaseRecord
  blocks: readonly BlockId[]
  edges: readonly EdgeId[]
}>
export type Proposals = Readonly<{ proposed: readonly ProposedTest[]; stopped: Stopped }>

type Options = Omit<ExploreOptions, 'judge' | 'goesOn'> &
  Readonly<{ covered: Coverage; newId: () => string; most?: number }>

const MOST_TESTS = 30
const LONGEST_NAME = 80
const SEPARATOR = ' › '

/**
 * Conversations that come by what no test has come by, as tests that pass with the bot as it is: the deepest places
 * first, so that few tests do, each adding something to those before it. Deterministic but for the ids.
 */
export function* proposeTests(
  document: BotDocument,
  program: Program,
  { covered, newId, most = MOST_TESTS, ...options }: Options,
): Generator<number, Proposals> {
  const { states, stopped } = yield* explore(document, program, options)
  const wanted: Turn[] = []
  const seen = new Set<string>()
  for (const { turns } of states)
    for (const turn of turns ?? []) {
      const fresh = newIn(document, turn, covered).filter(id => !seen.has(id))
      for (const id of fresh) seen.add(id)
      if (fresh.length > 0) wanted.push(turn)
    }
  const proposed: ProposedTest[] = []
  let present = covered
  for (const turn of wanted.reverse()) {
    if (proposed.length >= most) break
    yield states.length
    if (newIn(document, turn, present).length === 0) continue
    const way = [...wayTo(turn.from), turn]
    const example = way.length <= MAX_TEST_STEPS ? exampleOf(program, way, options) : null
    if (!example) continue
    const came = coverageOf(document, [example.simulation])
    const name = nameOf(way)
    const id = `test_${newId()}` as TestcaseId
    proposed.push({
      test: recordTestcase(example.simulation, { id, name, tags: [], match: 'loose' }),
      blocks: [...came.blocks].filter(block => !present.blocks.has(block)),
      edges: [...came.edges].filter(edge => !present.edges.has(edge)),
    })
    present = joinCoverage(present, came)
  }
  return {
    proposed: proposed.sort((a, b) => b.edges.length + b.blocks.length - a.edges.length - a.blocks.length),
    stopped,
  }
}

function newIn(
  document: BotDocument,
  { entered, ports }: Turn,
  { blocks, edges }: Coverage,
): readonly string[] {
  const fresh: string[] = entered.filter(block => !blocks.has(block))
  for (const port of ports) {
    const at = port.indexOf('|')
    const edge = document.edgeAt(port.slice(0, at) as BlockId, port.slice(at + 1))
    if (edge && !edges.has(edge.id)) fresh.push(edge.id)
  }
  return fresh
}

/** What is said, in order; of a long conversation its end. */
function nameOf(way: readonly Turn[]): string {
  const labels = way.map(labelOf)
  let name = labels.pop() ?? ''
  for (let label = labels.pop(); label !== undefined; label = labels.pop()) {
    const longer = `${label}${SEPARATOR}${name}`
    if (longer.length > LONGEST_NAME - 2) return `…${SEPARATOR}${name}`.slice(0, LONGEST_NAME)
    name = longer
  }
  return name.trim().slice(0, LONGEST_NAME) || '…'
}

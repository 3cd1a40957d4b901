import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import type { Program } from '../../src-shared/runtime/program.ts'
import { canBeReached, deadEnds, isHelpNear, type Without } from '../../src-shared/testing/ask-paths.ts'
import type { Example } from '../../src-shared/testing/example-of.ts'
import { type Bounds, explore, finish, type Stopped } from '../../src-shared/testing/explore.ts'
import { menuPaths } from '../../src-shared/testing/menu-paths.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { placeOf } from '../issue-lines.ts'
import { safe } from '../message-lines.ts'
import { readBot } from '../read-bot.ts'
import type { Terminal } from '../terminal.ts'
import { turnLines } from '../transcript-lines.ts'

type Options = Readonly<{
  to?: string
  without?: readonly string[]
  within?: number
  personWithin?: number
  words?: boolean
  deadEnds?: boolean
  from?: string
  depth?: number
  /** Milliseconds. */
  time?: number
  json?: boolean
}>

/** What is asked of one bot, and what it was answered. */
type Asked = Readonly<{ document: BotDocument; program: Program; bounds: Bounds; options: Options }>
type Told = Readonly<{ isFine: boolean; lines: readonly string[]; json: object }>

/** How long a search may take unless it is said, milliseconds. */
const USUAL_MS = 20_000
const USUAL_DEPTH = 12

/** `parley paths BOT`: what conversations can come to; exit code 1 where that is not as a bot should be. */
export async function paths(path: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  const read = await readBot(path)
  if (!read.ok) {
    terminal.err(read.message)
    return EXIT.file
  }
  const document = read.value
  const bounds = { ms: options.time ?? USUAL_MS, now: terminal.now }
  const told = answer({ document, program: compile(document), bounds, options })
  if (!told.ok) {
    terminal.err(told.message)
    return EXIT.usage
  }
  const { isFine, lines, json } = told.value
  if (options.json) terminal.out(JSON.stringify(json, null, 2))
  else for (const line of lines) terminal.out(safe(line))
  return isFine ? EXIT.fine : EXIT.refused
}

function answer(asked: Asked): Result<Told> {
  const { to, personWithin, deadEnds: wantsDeadEnds } = asked.options
  if (to !== undefined) return reach(asked, to)
  if (personWithin !== undefined) return ok(help(asked, personWithin))
  return wantsDeadEnds ? ok(ends(asked)) : list(asked)
}

function reach({ document, program, bounds, options }: Asked, to: string): Result<Told> {
  const goal = findBlock(document, to)
  if (!goal.ok) return goal
  const without: Without[] = []
  for (const name of options.without ?? []) {
    const found = findWithout(document, name)
    if (!found.ok) return found
    without.push(found.value)
  }
  const { within } = options
  const limits = { ...bounds, ...(within === undefined ? {} : { depth: within }) }
  const found = finish(canBeReached(document, program, { goal: goal.value, without, bounds: limits }))
  const isGiven = found.stopped === 'depth' && within !== undefined
  const result = found.answer === 'unknown' && isGiven ? 'no' : found.answer
  const place = placeOf(document, goal.value)
  const than = options.without?.length ? ` without ${options.without.join(', ')}` : ''
  const bound = within === undefined ? '' : ` within ${within} turns`
  const said =
    result === 'yes'
      ? `yes: ${place} can be reached${than}, in ${found.turns} turns`
      : result === 'no'
        ? `no: no conversation was found that reaches ${place}${than}${bound}`
        : `unknown: ${stopWords(found.stopped, found.states)}`
  return ok({
    isFine: without.length > 0 ? result === 'no' : result === 'yes',
    lines: [said, ...exampleLines(document, found.example)],
    json: { ...found, answer: result, example: exampleJson(found.example) },
  })
}

function help({ document, program, bounds, options }: Asked, within: number): Told {
  const exploration = finish(explore(document, program, { bounds }))
  const found = isHelpNear(document, program, exploration, { within, words: options.words !== false })
  const said =
    found.answer === 'yes'
      ? `yes: a person or the main menu is always within ${within} turns`
      : found.answer === 'no'
        ? `no: ${found.turns === null ? 'neither can be reached at all' : `it takes ${found.turns} turns`} after this`
        : `unknown: ${stopWords(found.stopped, found.states)}`
  return {
    isFine: found.answer === 'yes',
    lines: [said, ...exampleLines(document, found.example)],
    json: { ...found, example: exampleJson(found.example) },
  }
}

function ends({ document, program, bounds }: Asked): Told {
  const found = deadEnds(document, program, finish(explore(document, program, { bounds })))
  const { longest, count, stopped } = found
  const place = longest?.block ? placeOf(document, longest.block) : 'an unknown place'
  const lines = longest
    ? [`${count} dead ${count === 1 ? 'end' : 'ends'}; the longest after ${longest.turns} turns, at ${place}`]
    : [`no dead end${stopped ? ' was found' : ''}`]
  return {
    isFine: longest === null && stopped === null,
    lines: [
      ...lines,
      ...(stopped ? [stopWords(stopped, found.states)] : []),
      ...exampleLines(document, longest?.example ?? null),
    ],
    json: { ...found, longest: longest && { ...longest, example: exampleJson(longest.example) } },
  }
}

function list({ document, program, bounds, options }: Asked): Result<Told> {
  const { depth = USUAL_DEPTH, from } = options
  const entry = from === undefined ? ok(null) : findBlock(document, from)
  if (!entry.ok) return entry
  const { states, stopped, turns } = finish(explore(document, program, { bounds: { ...bounds, depth } }))
  const { paths: found, isCut } = menuPaths({ states, stopped, turns }, { depth, entry: entry.value })
  const isWhole = !isCut && (stopped === null || stopped === 'depth')
  return ok({
    isFine: true,
    lines: [
      ...found.map(({ labels, end }) => `${labels.join(' > ')}  [${end}]`),
      `${found.length} paths${isWhole ? '' : `, and more: ${isCut ? 'no more are listed' : stopWords(stopped, states.length)}`}`,
    ],
    json: {
      paths: found.map(({ labels, end, block }) => ({ labels, end, block })),
      isWhole,
    },
  })
}

function stopWords(stopped: Stopped, states: number): string {
  const by = stopped === 'time' ? 'time' : `the number of ${stopped ?? 'states'}`
  return `the search was stopped by its bound of ${by}, after ${states} states`
}

function exampleLines(document: BotDocument, example: Example | null): readonly string[] {
  return example ? turnLines(document, example.simulation.turns) : []
}

function exampleJson(example: Example | null): object | null {
  return example && { ...example.conversation }
}

function findBlock(document: BotDocument, name: string): Result<BlockId> {
  const byId = document.get(name as BlockId)
  if (byId?.type === 'block') return ok(byId.id)
  const titled = [...document.all('block')].filter(({ title }) => title === name)
  const [first, second] = titled
  if (first && !second) return ok(first.id)
  if (!first) return fault('store/not-found', `The bot has no block “${name}”; give its id or its title.`)
  return fault(
    'request/not-acceptable',
    `${titled.length} blocks are called “${name}”; give the id: ${titled.map(({ id }) => id).join(', ')}.`,
  )
}

function findWithout(document: BotDocument, name: string): Result<Without> {
  if (document.variableNamed(name)) return ok({ variable: name })
  const block = findBlock(document, name)
  return block.ok ? ok({ block: block.value }) : block
}

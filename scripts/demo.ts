import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readBot } from '../src-cli/read-bot.ts'
import { run } from '../src-cli/run.ts'
import { transcriptLines } from '../src-cli/transcript-lines.ts'
import type { BotDocument } from '../src-shared/document/bot-document.ts'
import { compile } from '../src-shared/runtime/compile.ts'
import type { Event } from '../src-shared/runtime/events.ts'
import { send, startSimulation } from '../src-shared/runtime/simulation.ts'
import { startEngineProcess } from './demo/engine-process.ts'
import { sayOverHttp } from './demo/say-over-http.ts'
import { REPO_ROOT } from './repo-root.ts'

// `npm run demo`: the main job without a window. Casey is simulated, published to a real engine process, activated, and
// talked to over HTTP with the same words; both conversations must be equal, event by event.

const SAMPLE = join(REPO_ROOT, 'assets', 'samples', 'casey.json')
const KEY_ID = 'demo'
const KEY_ENV = 'PARLEY_DEMO_KEY'
const DAY_MS = 86_400_000

async function demo(): Promise<boolean> {
  const document = await readBot(SAMPLE)
  if (!document.ok) throw new Error(document.message)
  const messages = scriptFrom(Date.now())
  heading('1. Simulated in this process')
  const simulated = simulate(document.value, messages)
  show(document.value, simulated)
  heading('2. Published to an engine and activated')
  const key = randomBytes(32).toString('hex')
  const engine = await startEngineProcess(`${KEY_ID}:${key}`)
  try {
    await publish(engine.url, key)
    heading('3. The same words over HTTP')
    const heard = await chat({ url: engine.url, key, bot: document.value.bot.id }, messages)
    show(document.value, heard)
    return compare(simulated, heard)
  } finally {
    await engine.stop()
  }
}

/** A working day a month from now, so that the demo never grows old. */
function scriptFrom(now: number): readonly string[] {
  const later = [30, 31, 32].map(days => new Date(now + days * DAY_MS))
  const day =
    later
      .find(date => date.getUTCDay() % 6 !== 0)
      ?.toISOString()
      .slice(0, 10) ?? ''
  return [
    'Hi',
    'Book an appointment',
    'Ana Souza',
    '1985-06-15',
    'heart',
    day,
    'ana@example.com',
    '1',
    'yes',
    '#MENU',
    '3',
    'No, thank you',
  ]
}

function simulate(document: BotDocument, messages: readonly string[]): readonly Event[] {
  const program = compile(document)
  const begun = startSimulation(program, { startAt: Date.now() })
  return messages
    .reduce((simulation, text) => send(simulation, program, { text }), begun)
    .turns.flatMap(({ events }) => events)
}

async function publish(url: string, key: string): Promise<void> {
  const code = await run(
    ['publish', SAMPLE, '--engine', url, '--key-env', KEY_ENV, '--activate', '--note', 'The demo'],
    {
      out: console.log,
      err: console.error,
      env: { [KEY_ENV]: `${KEY_ID}:${key}` },
      now: Date.now,
    },
  )
  if (code !== 0) throw new Error('Casey could not be published.')
}

async function chat(
  engine: Readonly<{ url: string; key: string; bot: string }>,
  messages: readonly string[],
): Promise<readonly Event[]> {
  const events: Event[] = []
  for (const [index, text] of messages.entries()) {
    const to = { ...engine, keyId: KEY_ID, contact: 'demo', signedAt: Date.now() }
    const answer = await sayOverHttp(to, { id: `in-${index + 1}`, text })
    events.push(...(answer.events as unknown as readonly Event[]))
  }
  return events
}

function compare(simulated: readonly Event[], heard: readonly Event[]): boolean {
  const differs = simulated.findIndex(
    (event, index) => JSON.stringify(event) !== JSON.stringify(heard[index]),
  )
  if (differs < 0 && simulated.length === heard.length) {
    console.log(`\nEqual: both conversations have the same ${simulated.length} events.`)
    return true
  }
  const at = differs < 0 ? simulated.length : differs
  console.log(
    `\nDifferent from event ${at + 1} on:\n  simulated  ${JSON.stringify(simulated[at])}\n  engine     ${JSON.stringify(heard[at])}`,
  )
  return false
}

function show(document: BotDocument, events: readonly Event[]): void {
  console.log(transcriptLines(document, events).join('\n'))
}

function heading(line: string): void {
  console.log(`\n${line}\n${'='.repeat(line.length)}`)
}

try {
  process.exitCode = (await demo()) ? 0 : 1
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

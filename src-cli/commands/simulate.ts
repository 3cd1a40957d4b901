import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { Channel } from '../../src-shared/document/settings.ts'
import { answerableOptions } from '../../src-shared/message/answerable-options.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import type { Event, SentMessage } from '../../src-shared/runtime/events.ts'
import type { Program } from '../../src-shared/runtime/program.ts'
import {
  type Happening,
  happen,
  type SimulatedTurn,
  type Simulation,
  skipTime,
  startSimulation,
} from '../../src-shared/runtime/simulation.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { readBot } from '../read-bot.ts'
import { readScript } from '../read-script.ts'
import type { Step } from '../script-line.ts'
import type { Terminal } from '../terminal.ts'
import { turnLines } from '../transcript-lines.ts'

type Start = Readonly<{ locale?: string; channel?: Channel; at?: number }>
type Options = Start & Readonly<{ script: string; json?: boolean }>

/**
 * `parley simulate BOT --script FILE`: the conversation the simulator would have, in a world that is always the same.
 * Ends with `refused` when nothing woke the bot, or a limit stopped it.
 */
export async function simulate(
  path: string,
  { script, json = false, locale, ...start }: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const document = await readBot(path)
  const steps = await readScript(script)
  for (const read of [document, steps]) if (!read.ok) terminal.err(read.message)
  if (!document.ok || !steps.ok) return EXIT.file
  const { locales } = document.value.bot
  if (locale !== undefined && !locales.includes(locale)) {
    terminal.err(`This bot does not speak ${locale}; it speaks ${locales.join(', ')}.`)
    return EXIT.usage
  }
  const turns = converse(document.value, steps.value, { ...start, ...(locale ? { locale } : {}) })
  const events = turns.flatMap(turn => turn.events)
  for (const line of json ? events.map(event => JSON.stringify(event)) : turnLines(document.value, turns))
    terminal.out(line)
  return judge(events, terminal)
}

function converse(
  document: BotDocument,
  steps: readonly Step[],
  { locale, channel, at }: Start,
): readonly SimulatedTurn[] {
  const program = compile(document)
  const start = startSimulation(program, {
    trigger: { ...(locale ? { locale } : {}), ...(channel ? { channel } : {}) },
    ...(at === undefined ? {} : { startAt: at }),
  })
  return steps.reduce((simulation, step) => take(simulation, program, step), start).turns
}

function take(simulation: Simulation, program: Program, step: Step): Simulation {
  switch (step.do) {
    case 'happen':
      return happen(simulation, program, step.happening)
    case 'skip':
      return skipTime(simulation, program, step.ms)
    case 'tap':
      return happen(simulation, program, tapped(simulation, step.option))
  }
}

/** A tap sends the label it shows. What was never shown can be tapped on no channel but by a stale message: no label. */
function tapped({ turns }: Simulation, option: string): Happening {
  const sent = turns.flatMap(({ events }) => events.filter(event => event.type === 'messageSent'))
  const shown = sent.flatMap(message => answerableOptions(shownBy(message))).map(placed => placed.option)
  const text = shown.findLast(({ id }) => id === option)?.label ?? ''
  return { type: 'message', text, option }
}

function shownBy({ options, ...message }: SentMessage) {
  return { ...message, ...(options ? { options } : {}) }
}

function judge(events: readonly Event[], terminal: Terminal): ExitCode {
  if (!events.some(({ type }) => type === 'conversationStarted')) {
    terminal.err(
      'No conversation began: none of the messages wakes this bot. Begin the script with one of its keywords.',
    )
    return EXIT.refused
  }
  const stopped = events.find(event => event.type === 'conversationClosed' && event.reason === 'limit')
  if (!stopped) return EXIT.fine
  terminal.err('The conversation was stopped because it reached a limit.')
  return EXIT.refused
}

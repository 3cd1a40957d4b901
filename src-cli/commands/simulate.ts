import { compile } from '../../src-shared/runtime/compile.ts'
import type { Event } from '../../src-shared/runtime/events.ts'
import { send, startSimulation } from '../../src-shared/runtime/simulation.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { readBot } from '../read-bot.ts'
import { readScript } from '../read-script.ts'
import type { Terminal } from '../terminal.ts'
import { transcriptLines } from '../transcript-lines.ts'

type Options = Readonly<{ script: string; json?: boolean; locale?: string; at?: number }>

/**
 * `parley simulate BOT --script FILE`: the conversation the simulator would have, in a world that is always the same.
 * Ends with `refused` when no message woke the bot, or a limit stopped it.
 */
export async function simulate(
  path: string,
  { script, json = false, locale, at }: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const document = await readBot(path)
  const messages = await readScript(script)
  for (const read of [document, messages]) if (!read.ok) terminal.err(read.message)
  if (!document.ok || !messages.ok) return EXIT.file
  const { locales } = document.value.bot
  if (locale !== undefined && !locales.includes(locale)) {
    terminal.err(`This bot does not speak ${locale}; it speaks ${locales.join(', ')}.`)
    return EXIT.usage
  }
  const events = converse(document.value, messages.value, { locale, at })
  for (const line of json
    ? events.map(event => JSON.stringify(event))
    : transcriptLines(document.value, events))
    terminal.out(line)
  return judge(events, terminal)
}

function converse(
  document: Parameters<typeof compile>[0],
  messages: readonly string[],
  { locale, at }: Pick<Options, 'locale' | 'at'>,
): readonly Event[] {
  const program = compile(document)
  const start = startSimulation(program, {
    ...(locale ? { trigger: { locale } } : {}),
    ...(at === undefined ? {} : { startAt: at }),
  })
  const end = messages.reduce((simulation, text) => send(simulation, program, { text }), start)
  return end.turns.flatMap(({ events }) => events)
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

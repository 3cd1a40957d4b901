import { Argument, type Command, InvalidArgumentError } from 'commander'
import { ROUTINGS } from '../src-shared/publish/desk-protocol.ts'
import { listAgents, listReplies, putAgent, putReply, removeFromDesk, setRouting } from './commands/desk.ts'
import type { ExitCode } from './exit-codes.ts'
import { readAddress, readTimeout } from './read-engine-option.ts'
import type { Terminal } from './terminal.ts'

/** `parley desk …`: who answers at the agent desk of an engine, and how. */
export function addDesk(
  parley: Command,
  terminal: Terminal,
  ends: (command: Promise<ExitCode>) => Promise<void>,
): void {
  const desk = parley.command('desk').description('set up the agent desk of an engine')
  const add = (name: string, description: string) =>
    desk
      .command(name)
      .description(description)
      .requiredOption('--engine <url>', 'the address of the engine', readAddress)
      .requiredOption('--key-env <name>', 'the environment variable that holds keyId:secret')
      .option('--timeout <seconds>', 'how long the engine may be silent (default: 30)', readTimeout)
  add('agents', 'list who answers there').action(choice => ends(listAgents(choice, terminal)))
  add('agent', 'make an agent, or change one')
    .argument('<name>', 'what they sign in with')
    .option('--password-env <name>', 'the environment variable that holds their password')
    .option('--skills <skill...>', 'what they know; bots ask for skills by these words')
    .option('--most-chats <number>', 'conversations at once (default: 5)', readCount)
    .action((name, options) => ends(putAgent(name, options, terminal)))
  add('remove-agent', 'remove an agent; what they have goes back into the queue')
    .argument('<name>', 'the agent')
    .action((name, choice) => ends(removeFromDesk('agents', name, { choice, terminal })))
  add('replies', 'list the texts that are said often').action(choice => ends(listReplies(choice, terminal)))
  add('reply', 'keep a text that is said often')
    .argument('<name>', 'what agents write for it, after a /')
    .argument('<text>', 'the text; {{NAME}} is what the bot knows of that name')
    .action((name, text, choice) => ends(putReply(name, text, { choice, terminal })))
  add('remove-reply', 'remove such a text')
    .argument('<name>', 'the text')
    .action((name, choice) => ends(removeFromDesk('replies', name, { choice, terminal })))
  add('routing', 'say whether agents take what waits, or are given it in turn')
    .addArgument(new Argument('<way>', 'how').choices(ROUTINGS))
    .action((way, choice) => ends(setRouting(way, choice, terminal)))
}

function readCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count > 0 && count <= 100) return count
  throw new InvalidArgumentError('Expected a number up to 100.')
}

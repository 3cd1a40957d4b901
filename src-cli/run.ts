import { readFileSync } from 'node:fs'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { CHANNELS } from '../src-shared/document/settings.ts'
import { versionTextSchema } from '../src-shared/lifecycle/version-number.ts'
import { addDesk } from './add-desk.ts'
import { check } from './commands/check.ts'
import { diff } from './commands/diff.ts'
import { merge } from './commands/merge.ts'
import { pack } from './commands/pack.ts'
import { paths } from './commands/paths.ts'
import { publish } from './commands/publish.ts'
import { record } from './commands/record.ts'
import { review } from './commands/review.ts'
import { schema } from './commands/schema.ts'
import { simulate } from './commands/simulate.ts'
import { test } from './commands/test.ts'
import { unpack } from './commands/unpack.ts'
import { EXIT, EXIT_CODES_HELP, type ExitCode } from './exit-codes.ts'
import { readAddress, readTimeout } from './read-engine-option.ts'
import type { Terminal } from './terminal.ts'

/** Runs one command line, without the program's name; every failure is a message and an exit code, never a throw. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine
  const ends = async (command: Promise<ExitCode>) => {
    code = await command
  }
  try {
    await commands(terminal, ends).parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? EXIT.fine : EXIT.usage
  }
}

const BOT = 'a .parley package, or its unpacked JSON or folder'

function commands(terminal: Terminal, ends: (command: Promise<ExitCode>) => Promise<void>): Command {
  const parley = new Command('parley')
    .description('Check, simulate, publish and package the bots of Parley.')
    .version(productVersion())
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.out(text.trimEnd()),
      writeErr: text => terminal.err(text.trimEnd()),
    })
    .showHelpAfterError('Try parley --help.')
    .addHelpText('after', EXIT_CODES_HELP)
  parley
    .command('schema')
    .description('print the JSON Schema of bot documents')
    .action(() => ends(schema(terminal)))
  parley
    .command('check')
    .description('say what is wrong with a bot; exit code 1 if it has errors')
    .argument('<bot>', BOT)
    .option('--json', 'print the findings as JSON')
    .action((bot, options) => ends(check(bot, options, terminal)))
  addSimulate(parley, terminal, ends)
  addCompare(parley, terminal, ends)
  parley
    .command('test')
    .description('play the tests that are kept in a bot; exit code 1 if one fails')
    .argument('<bot>', BOT)
    .addOption(new Option('--reporter <name>', 'how to tell it (default: lines)').choices(['lines', 'junit']))
    .option('--coverage', 'say how much of the bot the tests come by, and what they do not')
    .option('--recordings <file>', 'play the conversations of this file as well')
    .option('--out <file>', 'write it to a file')
    .action((bot, options) => ends(test(bot, options, terminal)))
  addPaths(parley, terminal, ends)
  parley
    .command('review')
    .description('make one HTML file to look at, try and comment on a bot without network')
    .argument('<bot>', BOT)
    .requiredOption('--out <file>', 'the HTML file to write')
    .option('--before <bot>', 'an earlier version, to show what changed since')
    .option('--by <name>', 'who sends it')
    .action((bot, options) => ends(review(bot, options, terminal)))
  addPublish(parley, terminal, ends)
  addDesk(parley, terminal, ends)
  addRecord(parley, terminal, ends)
  parley
    .command('pack')
    .description('make a .parley package of an unpacked bot with its files')
    .argument(
      '<json>',
      'the JSON document of a bot, or the folder of its bot.json; its files in media beside it',
    )
    .requiredOption('--out <file>', 'the package to write')
    .action((bot, options) => ends(pack(bot, options, terminal)))
  parley
    .command('unpack')
    .description('write the JSON of a package, one record per line, and its files beside it')
    .argument('<package>', 'a .parley package')
    .requiredOption('--out <file>', 'the JSON file to write, or a folder for it')
    .action((file, options) => ends(unpack(file, options, terminal)))
  return parley
}

function addSimulate(
  parley: Command,
  terminal: Terminal,
  ends: (command: Promise<ExitCode>) => Promise<void>,
): void {
  parley
    .command('simulate')
    .description('have a scripted conversation with a bot; the same script always gives the same one')
    .argument('<bot>', BOT)
    .requiredOption(
      '--script <file>',
      'one message of the customer per line, or !skip, !event, …: docs/cli.md',
    )
    .option('--json', 'print one event per line')
    .addOption(new Option('--channel <name>', 'where the customer writes (default: web)').choices(CHANNELS))
    .option('--locale <tag>', 'the language of the customer, such as pt-BR')
    .option('--at <iso>', 'when the conversation begins (default: 2026-01-01T12:00:00Z)', readTime)
    .action((bot, options) => ends(simulate(bot, options, terminal)))
}

function addCompare(
  parley: Command,
  terminal: Terminal,
  ends: (command: Promise<ExitCode>) => Promise<void>,
): void {
  parley
    .command('diff')
    .description('say what differs between two versions of a bot')
    .argument('<before>', BOT)
    .argument('<after>', BOT)
    .option('--behaviour', 'play the tests of both, and say which conversations change')
    .option('--recordings <file>', 'play the conversations of this file as well; says --behaviour')
    .option('--json', 'print the differences as JSON')
    .action((before, after, options) => ends(diff(before, after, options, terminal)))
  parley
    .command('merge')
    .description('join what two people made of one bot; exit code 1 if there are conflicts and no --prefer')
    .argument('<base>', 'what both began with')
    .argument('<ours>', BOT)
    .argument('<theirs>', BOT)
    .requiredOption('--out <file>', 'the package to write, or its JSON where the name ends in .json')
    .addOption(
      new Option('--prefer <side>', 'whose version to take at conflicts').choices(['ours', 'theirs']),
    )
    .option('--json', 'print the conflicts as JSON')
    .action((base, ours, theirs, options) => ends(merge([base, ours, theirs], options, terminal)))
}

function addPaths(
  parley: Command,
  terminal: Terminal,
  ends: (command: Promise<ExitCode>) => Promise<void>,
): void {
  parley
    .command('paths')
    .description('say what conversations with a bot can come to, with an example; alone, list its menu paths')
    .argument('<bot>', BOT)
    .option('--to <block>', 'can this block be reached? Its id or title')
    .option(
      '--without <name...>',
      'without passing these blocks or setting these variables; exit code 1 if so',
    )
    .option('--within <turns>', 'in so many turns', readTurns)
    .option('--person-within <turns>', 'is a person or the main menu always so near?', readTurns)
    .option('--no-words', 'count no words that always work, such as the one for the main menu')
    .option('--dead-ends', 'look for the longest dead end; exit code 1 if there is one')
    .option('--from <entry>', 'list the menu paths of this entry alone')
    .option('--depth <turns>', 'how deep menu paths are followed (default: 12)', readTurns)
    .option('--time <seconds>', 'how long a search may take (default: 20)', readTimeout)
    .option('--json', 'print the answer as JSON')
    .action((bot, options) => ends(paths(bot, options, terminal)))
}

function addPublish(
  parley: Command,
  terminal: Terminal,
  ends: (command: Promise<ExitCode>) => Promise<void>,
): void {
  parley
    .command('publish')
    .description('publish a bot to an engine')
    .argument('<bot>', BOT)
    .requiredOption('--engine <url>', 'the address of the engine', readAddress)
    .requiredOption('--key-env <name>', 'the environment variable that holds keyId:secret')
    .option(
      '--version <number>',
      'its number, such as 0.3 (default: the next one, or the one that has this content)',
      readVersion,
    )
    .option('--activate', 'let this version answer from now on')
    .option('--timeout <seconds>', 'how long the engine may be silent (default: 30)', readTimeout)
    .option('--note <text>', 'what changed, up to 2000 characters', readNote)
    .option('--override <reason>', 'publish although tests fail, for this reason', readNote)
    .action((bot, options) => ends(publish(bot, options, terminal)))
}

function addRecord(
  parley: Command,
  terminal: Terminal,
  ends: (command: Promise<ExitCode>) => Promise<void>,
): void {
  parley
    .command('record')
    .description('bring the newest conversations of an engine with a bot, without who had them')
    .argument('<bot>', BOT)
    .requiredOption('--engine <url>', 'the address of the engine', readAddress)
    .requiredOption('--key-env <name>', 'the environment variable that holds keyId:secret')
    .requiredOption('--out <file>', 'the file of recordings to write')
    .option('--timeout <seconds>', 'how long the engine may be silent (default: 30)', readTimeout)
    .action((bot, options) => ends(record(bot, options, terminal)))
}

function productVersion(): string {
  return (
    JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  ).version
}

function readTime(text: string): number {
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) throw new InvalidArgumentError('Expected a time such as 2026-01-01T12:00:00Z.')
  return at
}

function readVersion(text: string): string {
  const version = versionTextSchema.safeParse(text)
  if (version.success) return version.data
  throw new InvalidArgumentError('Expected a version such as 0.3 or 1.')
}

function readTurns(text: string): number {
  const turns = Number(text)
  if (Number.isInteger(turns) && turns > 0 && turns <= 500) return turns
  throw new InvalidArgumentError('Expected a number of turns, up to 500.')
}

function readNote(text: string): string {
  if (text.length <= 2000) return text
  throw new InvalidArgumentError('A note holds at most 2000 characters.')
}

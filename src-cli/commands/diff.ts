import { compareBots } from '../../src-shared/compare/compare-bots.ts'
import type { Difference } from '../../src-shared/compare/difference.ts'
import { differenceLines } from '../../src-shared/compare/difference-lines.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import {
  type BehaviourDifference,
  behaviourDifference,
  type NamedConversation,
} from '../../src-shared/testing/behaviour-difference.ts'
import { behaviourLines } from '../behaviour-lines.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { indented } from '../message-lines.ts'
import { readBot } from '../read-bot.ts'
import { readRecordingsFile } from '../read-recordings.ts'
import type { Terminal } from '../terminal.ts'

type Options = Readonly<{ json?: boolean; behaviour?: boolean; recordings?: string }>

/** `parley diff A B`: what differs between two versions of a bot, by meaning; fine whether anything does or not. */
export async function diff(
  before: string,
  after: string,
  { json = false, behaviour = false, recordings }: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const [a, b] = [await readBot(before), await readBot(after)]
  const recorded = await readRecordingsFile(recordings)
  for (const read of [a, b, recorded]) if (!read.ok) terminal.err(read.message)
  if (!a.ok || !b.ok || !recorded.ok) return EXIT.file
  if (behaviour || recordings !== undefined) {
    const conversations = [...conversationsOf(a.value, b.value), ...recorded.value]
    const found = behaviourDifference(a.value, b.value, conversations)
    if (json) terminal.out(JSON.stringify(behaviourJson(found), null, 2))
    else for (const line of behaviourLines(b.value, found)) terminal.out(line)
    if (found.played === 0) terminal.err('There is no conversation to play.')
    return EXIT.fine
  }
  const difference = compareBots(a.value, b.value)
  if (json) terminal.out(JSON.stringify(toJson(difference), null, 2))
  else for (const line of differenceLines(difference)) terminal.out(indented(line, '    '))
  return EXIT.fine
}

function toJson({ content, design, moved }: Difference): object {
  return { content, design, moved }
}

/** The tests of both; where both have one, as the later version has it. */
function conversationsOf(a: BotDocument, b: BotDocument): readonly NamedConversation[] {
  const tests = [...a.all('testcase'), ...b.all('testcase')]
  return [...new Map(tests.map(test => [test.id, test])).values()]
}

function behaviourJson({ played, changed }: BehaviourDifference): object {
  return {
    played,
    changed: changed.map(({ name, turns }) => ({
      name,
      turns: turns.map(({ turn, before, after, isSame }) => ({ input: turn.input, before, after, isSame })),
    })),
  }
}

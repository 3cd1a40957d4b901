import { z } from 'zod'
import type { BotDocument } from '../document/bot-document.ts'
import { newRecordId } from '../document/ids.ts'
import { type TestcaseRecord, testcaseSchema } from '../document/testcase.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import { compile } from '../runtime/compile.ts'
import type { NamedConversation } from './behaviour-difference.ts'
import { playConversation } from './play-conversation.ts'
import { recordTestcase } from './record-testcase.ts'

const RECORDINGS_VERSION = 1
const MAX_RECORDINGS_TEXT = 100_000_000

const fileSchema = z.strictObject({
  format: z.literal('parley-recordings'),
  version: z.number().int(),
  bot: z.string().max(64),
  tests: z.array(testcaseSchema).max(20_000),
})

/** Conversations as tests of a bot: what it answers to them now is what is expected. */
export function testsOfConversations(
  document: BotDocument,
  conversations: Iterable<NamedConversation>,
  { tags, newId }: Readonly<{ tags: readonly string[]; newId: () => string }>,
): readonly TestcaseRecord[] {
  const program = compile(document)
  return [...conversations].map(conversation => {
    const played = playConversation(program, conversation)
    const named = { id: newRecordId('testcase', newId), name: conversation.name, tags }
    return recordTestcase(played, { ...named, match: 'loose' })
  })
}

/** Recorded conversations as a file, to be played where the bot is not open. */
export function recordingsText({ bot }: BotDocument, tests: readonly TestcaseRecord[]): string {
  const file = { format: 'parley-recordings', version: RECORDINGS_VERSION, bot: bot.id, tests }
  return `${JSON.stringify(file, null, 1)}\n`
}

/** Reads such a file; `recordings/unreadable`, `recordings/too-new`. */
export function readRecordings(text: string): Result<readonly TestcaseRecord[]> {
  if (text.length > MAX_RECORDINGS_TEXT) return fault('recordings/unreadable', 'It is too long.')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fault('recordings/unreadable', 'It is not JSON.')
  }
  const header = z.object({ format: z.literal('parley-recordings'), version: z.number() }).safeParse(value)
  if (!header.success) return fault('recordings/unreadable', 'It does not say that it holds conversations.')
  const { version } = header.data
  if (version > RECORDINGS_VERSION)
    return fault(
      'recordings/too-new',
      `They have version ${version}; this Parley reads up to ${RECORDINGS_VERSION}.`,
    )
  const read = fileSchema.safeParse(value)
  if (read.success) return ok(read.data.tests)
  const [issue] = read.error.issues
  return fault('recordings/unreadable', `${issue?.path.join('.')}: ${issue?.message}`)
}

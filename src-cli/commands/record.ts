import { bringConversations } from '../../src-shared/testing/bring-conversations.ts'
import { recordingsText, testsOfConversations } from '../../src-shared/testing/recordings-file.ts'
import { engineClient } from '../engine-client.ts'
import type { EngineChoice } from '../engine-options.ts'
import { EXIT, type ExitCode, exitOfEngine } from '../exit-codes.ts'
import { readBot } from '../read-bot.ts'
import type { Terminal } from '../terminal.ts'
import { writeWhole } from '../write-whole.ts'

/**
 * `parley record BOT`: brings the conversations an engine had with a bot, without what tells who had them, and writes them
 * with what the bot answers to them now.
 */
export async function record(
  path: string,
  { out, ...options }: EngineChoice & Readonly<{ out: string }>,
  terminal: Terminal,
): Promise<ExitCode> {
  const client = engineClient(options, terminal)
  if (!client) return EXIT.usage
  const document = await readBot(path)
  if (!document.ok) {
    terminal.err(document.message)
    return EXIT.file
  }
  const brought = await bringConversations(client, document.value.bot.id)
  if (!brought.ok) {
    terminal.err(brought.message)
    return exitOfEngine(brought.code)
  }
  const { conversations, contacts, isAll } = brought.value
  const ids = conversations.map((_, at) => `recorded${at + 1}`).values()
  const newId = () => ids.next().value ?? 'recorded'
  const tests = testsOfConversations(document.value, conversations, { tags: [], newId })
  const written = await writeWhole(out, recordingsText(document.value, tests))
  if (!written.ok) {
    terminal.err(written.message)
    return EXIT.file
  }
  terminal.out(`${tests.length} conversations of ${contacts} people${isAll ? '' : ', the newest'}: ${out}`)
  return EXIT.fine
}

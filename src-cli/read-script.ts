import { fault, ok, type Result } from '../src-shared/kit/result.ts'
import { readBytes } from './read-bytes.ts'

const MAX_MESSAGES = 10_000

/**
 * Reads a script: one message of the customer per line. Empty lines are left out; there are no comments, because
 * `#MENU` is a message (requirements.md KAR-15). White space around a message stays: customers type it too.
 */
export async function readScript(path: string): Promise<Result<readonly string[]>> {
  const bytes = await readBytes(path)
  if (!bytes.ok) return bytes
  const text = new TextDecoder().decode(bytes.value)
  const messages = text.split(/\r?\n/).filter(line => line.trim() !== '')
  if (messages.length === 0) return fault('file/unreadable', `${path} holds no message; write one per line.`)
  if (messages.length > MAX_MESSAGES)
    return fault(
      'file/unreadable',
      `${path} holds ${messages.length} messages; at most ${MAX_MESSAGES} are taken.`,
    )
  return ok(messages)
}

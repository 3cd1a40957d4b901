import { fault, ok, type Result } from '../src-shared/kit/result.ts'
import { readBytes } from './read-bytes.ts'
import { readScriptLine, type Step } from './script-line.ts'

const MAX_STEPS = 10_000

/**
 * Reads a script: one message of the customer per line, or something else that happens after a `!` (script-line.ts).
 * Empty lines are left out; there are no comments, because `#MENU` is a message (requirements.md KAR-15). White space
 * around a message stays: customers type it too.
 */
export async function readScript(path: string): Promise<Result<readonly Step[]>> {
  const bytes = await readBytes(path)
  if (!bytes.ok) return bytes
  const lines = new TextDecoder().decode(bytes.value).split(/\r?\n/)
  const steps: Step[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const step = readScriptLine(line)
    if (!step.ok) return fault('file/unreadable', `${path}, line ${index + 1}: ${step.message}`)
    steps.push(step.value)
  }
  if (steps.length === 0) return fault('file/unreadable', `${path} holds no message; write one per line.`)
  if (steps.length > MAX_STEPS)
    return fault('file/unreadable', `${path} holds ${steps.length} lines; at most ${MAX_STEPS} are taken.`)
  return ok(steps)
}

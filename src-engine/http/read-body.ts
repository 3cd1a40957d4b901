import type { z } from 'zod'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'

/** Levels of lists and objects; no request of the protocol has more than four. */
const MAX_DEPTH = 16
const MAX_PROBLEMS = 20

/** Reads the raw bytes of a body as JSON of the given shape; every way in which it is not is 'request/invalid'. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): Result<T> {
  if (!Buffer.isBuffer(body) || body.length === 0)
    return fault('request/invalid', 'A body of JSON is needed.')
  if (!isShallow(body)) return fault('request/invalid', `It is nested deeper than ${MAX_DEPTH} levels.`)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch (error) {
    return fault('request/invalid', error instanceof SyntaxError ? 'It is not JSON.' : 'It is not UTF-8.')
  }
  return checkShape(schema, value)
}

/** Checks parameters of a path or query. */
export function checkShape<T>(schema: z.ZodType<T>, value: unknown): Result<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const problems = parsed.error.issues
    .flatMap(issuesOf)
    .slice(0, MAX_PROBLEMS)
    .map(({ path, message }) => ({
      code: 'request/invalid',
      message,
      pointer: path.join('.'),
    }))
  const [first] = problems
  return fault('request/invalid', first && `${first.pointer || 'The whole'}: ${first.message}.`, problems)
}

/** Where several shapes are taken, the first is the one that is told about. */
function issuesOf(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  const [first] = issue.code === 'invalid_union' ? issue.errors : []
  return first?.length ? first.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] })) : [issue]
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING = [0x5b, 0x7b]
const CLOSING = [0x5d, 0x7d]

/** Looks at brackets outside strings only; whether it is JSON at all is for the parser to say. */
function isShallow(bytes: Buffer): boolean {
  let depth = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number
    if (byte === QUOTE) at = endOfString(bytes, at)
    else if (OPENING.includes(byte)) depth += 1
    else if (CLOSING.includes(byte)) depth -= 1
    if (depth > MAX_DEPTH) return false
  }
  return true
}

function endOfString(bytes: Buffer, opening: number): number {
  for (let end = bytes.indexOf(QUOTE, opening + 1); end >= 0; end = bytes.indexOf(QUOTE, end + 1)) {
    let slashes = 0
    while (bytes[end - 1 - slashes] === BACKSLASH) slashes += 1
    if (slashes % 2 === 0) return end
  }
  return bytes.length
}

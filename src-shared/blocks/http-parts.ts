import { z } from 'zod'
import { templateText } from '../document/field-types.ts'
import { compileJsonTemplate } from './json-template.ts'
import type { CompileContext, CompiledText, Turn } from './kind.ts'
import { compileValueText, encodeForUrl } from './url-template.ts'

export const MAX_PAIRS = 50
const MAX_NAME_LENGTH = 100
const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/

/** Names and values, such as of a query or a form. */
export const pairsField = z
  .array(
    z.strictObject({
      name: z
        .string()
        .trim()
        .min(1, 'a name is needed')
        .max(MAX_NAME_LENGTH, `names hold at most ${MAX_NAME_LENGTH} characters`),
      value: templateText,
    }),
  )
  .max(MAX_PAIRS, `at most ${MAX_PAIRS} values`)

/** Headers the host makes itself; another length, host or way of sending would make another request of it. */
const HOST_HEADERS = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'http2-settings',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

export const headersField = z
  .array(
    z.strictObject({
      name: z
        .string()
        .max(MAX_NAME_LENGTH, `names hold at most ${MAX_NAME_LENGTH} characters`)
        .regex(HEADER_NAME, 'use letters, digits and -, such as X-Tenant')
        .refine(name => !HOST_HEADERS.has(name.toLowerCase()), 'this header is made by the engine'),
      value: templateText,
    }),
  )
  .max(MAX_PAIRS, `at most ${MAX_PAIRS} headers`)

/** Whether a query or form may have a value of this name. */
export function isPairName(name: string): boolean {
  return name.trim() !== '' && name.length <= MAX_NAME_LENGTH
}

/** Whether a call may have a header of this name. */
export function isHeaderName(name: string): boolean {
  return name.length <= MAX_NAME_LENGTH && HEADER_NAME.test(name) && !HOST_HEADERS.has(name.toLowerCase())
}

/** What is sent. Each form has its own member, so that every field with places has one path. */
export const bodyField = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('none') }),
  z.strictObject({ as: z.literal('json'), json: templateText }),
  z.strictObject({ as: z.literal('form'), form: pairsField }),
  z.strictObject({ as: z.literal('text'), text: templateText }),
])

export type PairsData = z.infer<typeof pairsField>
export type BodyData = z.infer<typeof bodyField>

const CONTENT_TYPE = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  text: 'text/plain; charset=utf-8',
} as const

/** Makes names with their values as text, in order. */
export function compilePairs(
  data: PairsData,
  context: CompileContext,
): (turn: Turn) => readonly (readonly [name: string, value: string])[] {
  const pairs = data.map(({ name, value }) => ({ name, value: compileValueText(value, context) }))
  return turn => pairs.map(({ name, value }) => [name, value(turn)] as const)
}

/** Makes the headers of a call, with the type of its body where the designer gives none. */
export function compileHeaders(
  data: PairsData,
  body: BodyData,
  context: CompileContext,
): (turn: Turn) => Readonly<Record<string, string>> {
  const pairs = compilePairs(data, context)
  const isTyped = data.some(({ name }) => name.toLowerCase() === 'content-type')
  const typed: readonly (readonly [string, string])[] =
    body.as === 'none' || isTyped ? [] : [['content-type', CONTENT_TYPE[body.as]]]
  return turn =>
    Object.fromEntries([
      ...typed,
      ...pairs(turn).map(([name, value]) => [name.toLowerCase(), inOneLine(value)] as const),
    ])
}

/** A value from a customer must not begin a header of its own. */
function inOneLine(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what headers must not hold
  return value.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
}

/** Makes what is sent; null for nothing. */
export function compileBody(data: BodyData, context: CompileContext): CompiledText | null {
  switch (data.as) {
    case 'none':
      return null
    case 'json':
      return compileJsonTemplate(data.json, context)
    case 'text':
      return compileValueText(data.text, context)
    case 'form': {
      const pairs = compilePairs(data.form, context)
      return turn =>
        pairs(turn)
          .map(([name, value]) => `${encodeForUrl(name)}=${encodeForUrl(value)}`)
          .join('&')
    }
  }
}

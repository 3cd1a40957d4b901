import { type Agent, type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { checkWrittenAddress, guardedLookup, type MayReach, RefusedAddress } from './address-guard.ts'

/** requirements.md NHN-26 E. Bytes. */
export const MAX_ANSWER_BYTES = 1_048_576

export type HttpCall = Readonly<{
  method: string
  url: URL
  /** Names in small letters. */
  headers: Readonly<Record<string, string>>
  body: string | null
  signal: AbortSignal
  mayReach: MayReach
  /** Keeps connections for the next call; a connection of its own without it. */
  agent?: Agent
}>

export type HttpAnswer = Readonly<{
  status: number
  body: string
  retryAfter: string | null
  /** Names in small letters. */
  headers: IncomingHttpHeaders
}>
export type HttpBytes = Readonly<{
  status: number
  bytes: Buffer
  contentType: string | undefined
  retryAfter: string | null
  headers: IncomingHttpHeaders
}>

/** An answer that is none, whatever its status; its message is for people. */
export class UnreadableAnswer extends Error {}

/**
 * Makes one HTTP call and follows no redirect. Rejects when the network fails, the signal is aborted, the address must
 * not be reached (RefusedAddress) or the answer cannot be taken (UnreadableAnswer).
 */
export async function callHttp(call: HttpCall): Promise<HttpAnswer> {
  const { bytes, contentType, ...answer } = await callForBytes(call, MAX_ANSWER_BYTES)
  return { ...answer, body: textOf(bytes, contentType) }
}

/** The same for an answer that is no text, of at most `most` bytes. */
export function callForBytes(call: HttpCall, most: number): Promise<HttpBytes> {
  const { method, url, headers, body, signal, mayReach, agent } = call
  return new Promise((resolve, reject) => {
    checkWrittenAddress(url, mayReach)
    const bytes = body === null ? null : Buffer.from(body)
    const request = url.protocol === 'https:' ? requestHttps : requestHttp
    const outgoing = request(
      url,
      {
        method,
        headers: wireHeaders(headers, method, bytes),
        signal,
        agent: agent ?? false,
        lookup: guardedLookup(mayReach),
      },
      answer => readAnswer(answer, most).then(resolve, reject),
    )
    outgoing.on('error', reject)
    outgoing.end(bytes ?? undefined)
  })
}

function wireHeaders(
  headers: HttpCall['headers'],
  method: string,
  body: Buffer | null,
): Record<string, string> {
  const written = Object.entries(headers).map(([name, value]) => [name, asBytes(value)])
  const length = body?.length ?? (method === 'GET' || method === 'DELETE' ? null : 0)
  return {
    accept: 'application/json, */*;q=0.5',
    'user-agent': 'Parley',
    ...Object.fromEntries(written),
    'accept-encoding': 'identity',
    ...(length === null ? {} : { 'content-length': String(length) }),
  }
}

/** Node writes one byte per character: these are those of UTF-8. */
function asBytes(value: string): string {
  return Buffer.from(value).toString('latin1')
}

async function readAnswer(answer: IncomingMessage, most: number): Promise<HttpBytes> {
  const { statusCode = 0, headers } = answer
  try {
    if (!['identity', undefined].includes(headers['content-encoding']))
      throw new UnreadableAnswer('The answer is compressed, which was not asked for.')
    const parts: Buffer[] = []
    let size = 0
    for await (const part of answer) {
      size += part.length
      if (size > most) throw new UnreadableAnswer(`The answer is larger than ${sizeInWords(most)}.`)
      parts.push(part)
    }
    const { 'content-type': contentType, 'retry-after': retryAfter = null } = headers
    return { status: statusCode, bytes: Buffer.concat(parts), contentType, retryAfter, headers }
  } finally {
    // What was read to its end leaves the connection for the next call.
    if (!answer.complete) answer.destroy()
  }
}

function sizeInWords(bytes: number): string {
  return bytes % 1_048_576 === 0 ? `${bytes / 1_048_576} MiB` : `${Math.round(bytes / 1_000_000)} MB`
}

/** In the charset it was sent in, which is not UTF-8 in every old system. */
function textOf(bytes: Buffer, contentType = ''): string {
  const charset = /;\s*charset="?([A-Za-z0-9._-]{1,40})/i.exec(contentType)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: 'The connection was closed.',
  EPIPE: 'The connection was closed.',
  ENOTFOUND: 'The host is not known.',
  EAI_AGAIN: 'The host is not known at the moment.',
  EHOSTUNREACH: 'The host cannot be reached.',
  ENETUNREACH: 'The network cannot be reached.',
}

/** Why a call failed, in words that hold nothing of what was sent. */
export function wordsForFailure(error: unknown): string {
  if (error instanceof RefusedAddress || error instanceof UnreadableAnswer) return error.message
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  if (/CERT|SELF_SIGNED|ALTNAME|ISSUER|SSL|TLS/.test(code))
    return `The certificate of the host is not accepted (${code}).`
  return WORDS[code] ?? `The call failed${code === '' ? '' : ` (${code})`}.`
}

import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
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
}>

export type HttpAnswer = Readonly<{
  status: number
  body: string
  retryAfter: string | null
  /** Names in small letters. */
  headers: IncomingHttpHeaders
}>

/** An answer that is none, whatever its status; its message is for people. */
export class UnreadableAnswer extends Error {}

/**
 * Makes one HTTP call on a connection of its own and follows no redirect. Rejects when the network fails, the signal
 * is aborted, the address must not be reached (RefusedAddress) or the answer cannot be taken (UnreadableAnswer).
 */
export function callHttp({ method, url, headers, body, signal, mayReach }: HttpCall): Promise<HttpAnswer> {
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
        agent: false,
        lookup: guardedLookup(mayReach),
      },
      answer => readAnswer(answer).then(resolve, reject),
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

async function readAnswer(answer: IncomingMessage): Promise<HttpAnswer> {
  const { statusCode = 0, headers } = answer
  try {
    if (!['identity', undefined].includes(headers['content-encoding']))
      throw new UnreadableAnswer('The answer is compressed, which was not asked for.')
    const parts: Buffer[] = []
    let size = 0
    for await (const part of answer) {
      size += part.length
      if (size > MAX_ANSWER_BYTES) throw new UnreadableAnswer('The answer is larger than 1 MiB.')
      parts.push(part)
    }
    const body = textOf(Buffer.concat(parts), headers['content-type'])
    return { status: statusCode, body, retryAfter: headers['retry-after'] ?? null, headers }
  } finally {
    answer.destroy()
  }
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

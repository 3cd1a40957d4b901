import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { ApiAnswer } from '../../src-shared/ipc/contract.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'

/** As of an engine (requirements.md NHN-26 E). Bytes. */
const MAX_ANSWER_BYTES = 1_048_576

export type ApiCall = Readonly<{
  method: string
  url: string
  headers: Readonly<Record<string, string>>
  body: string | null
  signal: AbortSignal
}>

/**
 * Makes one call as an engine makes it: on a connection of its own, following no redirect. From this computer any host
 * may be called, this very one too; anything but http and https is refused.
 */
export async function callApi(call: ApiCall): Promise<Result<ApiAnswer>> {
  const url = readUrl(call.url)
  if (!url.ok) return url
  const startedAt = performance.now()
  try {
    const answer = await begin(url.value, call)
    return await readAnswer(answer, startedAt)
  } catch (error) {
    return failureOf(error)
  }
}

function readUrl(written: string): Result<URL> {
  if (!URL.canParse(written)) return fault('api/bad-call', 'Its address cannot be read.')
  const url = new URL(written)
  if (!/^https?:$/.test(url.protocol))
    return fault('api/bad-call', 'Only http and https addresses are called.')
  if (url.username !== '' || url.password !== '')
    return fault('api/bad-call', 'The address holds a name or password; use an auth profile.')
  return ok(url)
}

function begin(url: URL, { method, headers, body, signal }: ApiCall): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const bytes = body === null ? null : Buffer.from(body)
    const request = url.protocol === 'https:' ? requestHttps : requestHttp
    const length = bytes?.length ?? (method === 'GET' || method === 'DELETE' ? null : 0)
    const outgoing = request(
      url,
      {
        method,
        signal,
        agent: false,
        headers: {
          accept: 'application/json, */*;q=0.5',
          'user-agent': 'Parley',
          // Node writes one byte per character: these are those of UTF-8.
          ...Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [name, Buffer.from(value).toString('latin1')]),
          ),
          'accept-encoding': 'identity',
          ...(length === null ? {} : { 'content-length': String(length) }),
        },
      },
      resolve,
    )
    outgoing.on('error', reject)
    outgoing.end(bytes ?? undefined)
  })
}

async function readAnswer(answer: IncomingMessage, startedAt: number): Promise<Result<ApiAnswer>> {
  const { statusCode: status = 0, statusMessage: statusText = '', rawHeaders } = answer
  try {
    const parts: Buffer[] = []
    let bytes = 0
    for await (const part of answer) {
      bytes += part.length
      if (bytes > MAX_ANSWER_BYTES)
        return fault('api/bad-answer', 'It is larger than 1 MiB, which an engine refuses too.')
      parts.push(part)
    }
    const headers = rawHeaders.flatMap((name, at) =>
      at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ''] as const] : [],
    )
    const body = textOf(Buffer.concat(parts), answer.headers['content-type'])
    return ok({ status, statusText, headers, body, bytes, ms: Math.round(performance.now() - startedAt) })
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
  ECONNREFUSED: 'The connection was refused: nothing listens at that address and port.',
  ECONNRESET: 'The connection was closed before the answer was whole.',
  EPIPE: 'The connection was closed while the call was sent.',
  ENOTFOUND: 'The host is not known.',
  EAI_AGAIN: 'The host is not known at the moment.',
  EHOSTUNREACH: 'The host cannot be reached.',
  ENETUNREACH: 'The network cannot be reached.',
}

/** Why a call failed, in words that hold nothing of what was sent. */
function failureOf(error: unknown): Result<never> {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  if (/CERT|SELF_SIGNED|ALTNAME|ISSUER|SSL|TLS/.test(code))
    return fault('api/unreachable', `The certificate of the host is not accepted (${code}).`)
  if (/^HPE_/.test(code)) return fault('api/bad-answer', 'What came back is no HTTP.')
  if (code === 'ERR_INVALID_CHAR' || code === 'ERR_INVALID_HTTP_TOKEN')
    return fault('api/bad-call', 'One of its headers holds signs that headers cannot hold.')
  return fault('api/unreachable', WORDS[code] ?? (code === '' ? undefined : `(${code})`))
}

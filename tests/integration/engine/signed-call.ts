import type { MessageAnswer } from '../../../src-shared/publish/conversation-protocol.ts'
import { signRequest } from '../../../src-shared/publish/sign-request.ts'
import { KEY_ID, SECRET } from './test-key.ts'

type Call = Readonly<{
  method?: string
  path: string
  body?: unknown
  /** Sent as it is, instead of `body`. */
  raw?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
  secret?: string
  at?: number
}>

let lastAt = 0

/** Milliseconds that differ at every call: a signature is taken once. */
function freshAt(): number {
  lastAt = Math.max(lastAt + 1, Date.now())
  return lastAt
}

/** Sends a signed request and reads its JSON; whatever is given replaces what would be right. */
export async function signedCall(
  url: string,
  call: Call,
): Promise<{ status: number; json: Record<string, unknown> }> {
  const raw = call.raw ?? (call.body === undefined ? null : JSON.stringify(call.body))
  const response = await fetch(url + call.path, {
    method: call.method ?? (raw === null ? 'GET' : 'POST'),
    headers: {
      ...(raw === null ? {} : { 'content-type': 'application/json' }),
      'x-parley-key': KEY_ID,
      'x-signature': signRequest(call.secret ?? SECRET, (call.at ?? freshAt()) / 1000, raw ?? ''),
      ...call.headers,
    },
    body: raw,
  })
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}

/** Says something as a contact; throws the problem document when it was refused. */
export async function say(
  url: string,
  to: { bot: string; contact: string },
  message: { id: string; text: string; option?: string; channel?: string },
  at?: number,
): Promise<MessageAnswer> {
  const path = `/v1/bots/${to.bot}/conversations/${to.contact}/messages`
  const { status, json } = await signedCall(url, { path, body: message, ...(at === undefined ? {} : { at }) })
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(json)}`)
  return json as unknown as MessageAnswer
}

import {
  type InputRequest,
  type MessageAnswer,
  messageAnswerSchema,
  type Turns,
  turnsSchema,
} from '../../../src-shared/publish/conversation-protocol.ts'
import { signRequest } from '../../../src-shared/publish/sign-request.ts'

/** One contact of a bot on an engine; `signedAt` is epoch milliseconds, near the engine's clock. */
type To = Readonly<{
  url: string
  keyId: string
  key: string
  bot: string
  contact: string
  signedAt: number
}>

/** Lets something happen to a conversation on an engine (src-shared/publish/conversation-protocol.ts). */
export async function tellOverHttp(to: To, request: InputRequest): Promise<MessageAnswer> {
  return messageAnswerSchema.parse(await call(to, 'inputs', JSON.stringify(request)))
}

/** What happened after the turn numbered `after`. */
export async function turnsOverHttp(to: To, after: number): Promise<Turns['turns']> {
  return turnsSchema.parse(await call(to, `turns?after=${after}`, null)).turns
}

async function call(to: To, path: string, body: string | null): Promise<unknown> {
  const answer = await fetch(`${to.url}/v1/bots/${to.bot}/conversations/${to.contact}/${path}`, {
    method: body === null ? 'GET' : 'POST',
    headers: {
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      'x-parley-key': to.keyId,
      'x-signature': signRequest(to.key, to.signedAt / 1000, body ?? ''),
    },
    body,
    signal: AbortSignal.timeout(30_000),
  })
  if (answer.status !== 200) throw new Error(`The engine answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

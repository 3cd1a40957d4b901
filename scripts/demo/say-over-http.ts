import {
  type MessageAnswer,
  type MessageRequest,
  messageAnswerSchema,
} from '../../src-shared/publish/conversation-protocol.ts'
import { signRequest } from '../../src-shared/publish/sign-request.ts'

/** One contact of a bot on an engine; `signedAt` is epoch milliseconds, near the engine's clock. */
type To = Readonly<{
  url: string
  keyId: string
  key: string
  bot: string
  contact: string
  signedAt: number
}>

/** Sends one message of a contact to an engine and reads the answer (src-shared/publish/conversation-protocol.ts). */
export async function sayOverHttp(
  { url, keyId, key, bot, contact, signedAt }: To,
  message: MessageRequest,
): Promise<MessageAnswer> {
  const body = JSON.stringify(message)
  const answer = await fetch(`${url}/v1/bots/${bot}/conversations/${contact}/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-parley-key': keyId,
      'x-signature': signRequest(key, signedAt / 1000, body),
    },
    body,
    signal: AbortSignal.timeout(30_000),
  })
  if (answer.status !== 200) throw new Error(`The engine answered ${answer.status}: ${await answer.text()}`)
  return messageAnswerSchema.parse(await answer.json())
}

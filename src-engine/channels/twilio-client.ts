import { callHttp, type HttpAnswer } from '../effects/call-http.ts'
import { keptConnections } from '../effects/kept-connections.ts'

const API = 'https://api.twilio.com'
const ANSWER_WITHIN_MS = 10_000

export type TwilioCall = Readonly<{
  /** The account's id and its token. */
  account: string
  token: string
  /** After the account. */
  path: string
  /** What is posted; without it, it is a question. */
  form?: Readonly<Record<string, string>>
  signal: AbortSignal
}>

/** Twilio's REST API of 2010-04-01, which is the one with phone numbers and text messages. */
export class TwilioClient {
  private readonly url: string

  /** `twilioUrl` in place of Twilio's address: a test server, or a proxy of the company. */
  constructor(twilioUrl: string | null) {
    this.url = twilioUrl ?? API
  }

  /** Makes a call; rejects when there is no answer. */
  call({ account, token, path, form, signal }: TwilioCall): Promise<HttpAnswer> {
    const url = new URL(`${this.url}/2010-04-01/Accounts/${encodeURIComponent(account)}/${path}`)
    const headers: Record<string, string> = {
      authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`,
    }
    if (form) headers['content-type'] = 'application/x-www-form-urlencoded'
    return callHttp({
      method: form ? 'POST' : 'GET',
      url,
      headers,
      body: form ? new URLSearchParams(form).toString() : null,
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      // Where the provider is was said by whoever runs the engine.
      mayReach: () => true,
      agent: keptConnections(url),
    })
  }
}

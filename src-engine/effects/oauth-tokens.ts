import { z } from 'zod'
import { callHttp, type HttpCall, UnreadableAnswer } from './call-http.ts'

/** Who asks for a token, and where (OAuth 2.0 client credentials, RFC 6749 section 4.4). */
export type Client = Readonly<{ url: URL; id: string; secret: string; scope: string }>

/** A token is renewed so long before its time, for clocks differ and calls take time. */
const EARLY_MS = 30_000
/** Where the answer does not say how long it lasts. */
const USUAL_SECONDS = 300
const MAX_TOKENS = 1000

const answerSchema = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,8000}$/),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.coerce.number().min(0).max(31_536_000).optional(),
})

type Token = Readonly<{ text: string; until: number }>

/** Tokens of OAuth2 clients, kept in memory until shortly before they expire. */
export class OauthTokens {
  private readonly tokens = new Map<string, Token>()
  private readonly now: () => number

  constructor(now: () => number) {
    this.now = now
  }

  /** A token and whether it is an older one, which may have been revoked. Rejects as callHttp does. */
  async get(
    client: Client,
    call: Pick<HttpCall, 'signal' | 'mayReach'>,
  ): Promise<Readonly<{ text: string; isOld: boolean }>> {
    const key = keyOf(client)
    const known = this.tokens.get(key)
    if (known && known.until > this.now()) return { text: known.text, isOld: true }
    const token = await this.ask(client, call)
    this.tokens.delete(key)
    this.tokens.set(key, token)
    const [oldest] = this.tokens.keys()
    if (this.tokens.size > MAX_TOKENS && oldest !== undefined) this.tokens.delete(oldest)
    return { text: token.text, isOld: false }
  }

  forget(client: Client): void {
    this.tokens.delete(keyOf(client))
  }

  private async ask(client: Client, call: Pick<HttpCall, 'signal' | 'mayReach'>): Promise<Token> {
    const askedAt = this.now()
    const form = new URLSearchParams({ grant_type: 'client_credentials' })
    if (client.scope !== '') form.set('scope', client.scope)
    const { status, body } = await callHttp({
      ...call,
      method: 'POST',
      url: client.url,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: basic(formEncoded(client.id), formEncoded(client.secret)),
      },
      body: form.toString(),
    })
    if (status !== 200) throw new UnreadableAnswer(`The token was refused with status ${status}.`)
    const answer = answerSchema.safeParse(parsed(body))
    if (!answer.success) throw new UnreadableAnswer('The answer to the request for a token holds none.')
    const { access_token: text, expires_in: seconds = USUAL_SECONDS } = answer.data
    return { text, until: askedAt + seconds * 1000 - EARLY_MS }
  }
}

/** The Authorization header of HTTP's basic scheme. */
export function basic(name: string, secret: string): string {
  return `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`
}

function keyOf({ url, id, scope, secret }: Client): string {
  return JSON.stringify([url.href, id, scope, secret])
}

/** RFC 6749 section 2.3.1: id and secret are form-encoded before they are put together. */
function formEncoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1)
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

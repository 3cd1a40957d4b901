import { readToken, tokenRequest } from '../../src-shared/publish/token-request.ts'
import { callHttp, type HttpCall, UnreadableAnswer } from './call-http.ts'

/** Who asks for a token, and where (OAuth 2.0 client credentials, RFC 6749 section 4.4). */
export type Client = Readonly<{ url: URL; id: string; secret: string; scope: string }>

/** A token is renewed so long before its time, for clocks differ and calls take time. */
const EARLY_MS = 30_000
const MAX_TOKENS = 1000

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
    const { status, body } = await callHttp({ ...call, ...tokenRequest(client), url: client.url })
    if (status !== 200) throw new UnreadableAnswer(`The token was refused with status ${status}.`)
    const token = readToken(body)
    if (!token) throw new UnreadableAnswer('The answer to the request for a token holds none.')
    return { text: token.text, until: askedAt + token.seconds * 1000 - EARLY_MS }
  }
}

function keyOf({ url, id, scope, secret }: Client): string {
  return JSON.stringify([url.href, id, scope, secret])
}

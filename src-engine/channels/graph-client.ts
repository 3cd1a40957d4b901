import { RefusedAddress } from '../effects/address-guard.ts'
import { callForBytes, callHttp, type HttpAnswer, type HttpBytes } from '../effects/call-http.ts'
import { guardedUrl } from '../effects/guarded-url.ts'
import { keptConnections } from '../effects/kept-connections.ts'

export type GraphAnswer = HttpAnswer

type Config = Readonly<{
  /** In place of Meta's addresses: a test server, or a proxy of the company. */
  metaUrl: string | null
  allowPrivate: boolean
}>

/** The version of Meta's Graph API that the payloads are of. */
const VERSION = 'v25.0'
const HOSTS = { facebook: 'https://graph.facebook.com', instagram: 'https://graph.instagram.com' } as const
const ANSWER_WITHIN_MS = 20_000
const FILE_WITHIN_MS = 60_000

export type Call = Readonly<{
  /** Which of Meta's two hosts. */
  login: keyof typeof HOSTS
  path: string
  token: string
  method: 'GET' | 'POST'
  body?: unknown
  signal: AbortSignal
}>

/** Meta's Graph API. */
export class GraphClient {
  private readonly config: Config

  constructor(config: Config) {
    this.config = config
  }

  /** Makes a call; rejects when there is no answer. */
  call({ login, path, token, method, body, signal }: Call): Promise<GraphAnswer> {
    const text = body === undefined ? null : JSON.stringify(body)
    const url = new URL(`${this.config.metaUrl ?? HOSTS[login]}/${VERSION}/${path}`)
    return callHttp({
      method,
      url,
      headers: {
        authorization: `Bearer ${token}`,
        ...(text === null ? {} : { 'content-type': 'application/json' }),
      },
      body: text,
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      // Where the provider is was said by whoever runs the engine.
      mayReach: () => true,
      agent: keptConnections(url),
    })
  }

  /** Fetches a file from an address the provider told; the token is for the provider's own addresses only. */
  async file(
    address: string,
    { token, most, signal }: Readonly<{ token: string | null; most: number; signal: AbortSignal }>,
  ): Promise<HttpBytes> {
    const { metaUrl, allowPrivate } = this.config
    const isOurs = metaUrl !== null && new URL(address).origin === new URL(metaUrl).origin
    const guarded = guardedUrl(address, allowPrivate || isOurs)
    if (!guarded.ok) throw new RefusedAddress(guarded.message)
    const { url, mayReach } = guarded
    const call = {
      ...{ method: 'GET', url, body: null, mayReach: isOurs ? () => true : mayReach },
      headers: token === null ? ({} as Record<string, string>) : { authorization: `Bearer ${token}` },
      signal: AbortSignal.any([signal, AbortSignal.timeout(FILE_WITHIN_MS)]),
    }
    return callForBytes(call, most)
  }
}

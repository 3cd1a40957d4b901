import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { onTestFinished } from 'vitest'
import type { ChatDetail, ChatLine, DeskMessages, DeskView } from '../../../src-engine/desk/desk-protocol.ts'
import { signedCall } from './signed-call.ts'

export const PASSWORD = 'correct horse'

export type Answer = Readonly<{ status: number; json: Record<string, unknown> }>

/** An agent as a page of the desk speaks for them. */
export class DeskCaller {
  private readonly url: string
  cookie = ''
  token = ''

  constructor(url: string) {
    this.url = url
  }

  /** The same page at another engine. */
  at(url: string): DeskCaller {
    const other = new DeskCaller(url)
    other.cookie = this.cookie
    other.token = this.token
    return other
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url}/desk/api${path}`, {
      method,
      headers: {
        cookie: this.cookie,
        'x-desk-token': this.token,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
    })
    const [cookie] = response.headers.getSetCookie()
    if (cookie !== undefined) this.cookie = cookie.split(';')[0] ?? ''
    return { status: response.status, json: (await response.json()) as Record<string, unknown> }
  }

  async signIn(name: string, password = PASSWORD): Promise<Answer> {
    const answer = await this.call('POST', '/session', { name, password })
    this.token = String(answer.json.token)
    return answer
  }

  /**
   * Opens the stream of the page, which says that the agent is there; answers what closes it. A stream that `fetch` gives
   * up leaves a new connection behind that says nothing, and an engine waits 5 s for that before it ends.
   */
  async open(): Promise<() => void> {
    const request = get(`${this.url}/desk/api/news`, { headers: { cookie: this.cookie }, agent: false })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    if (response.statusCode !== 200) throw new Error(`news: ${response.statusCode}`)
    // The engine may end before the page.
    for (const one of [request, response]) one.on('error', () => {})
    response.resume()
    return () => void request.destroy()
  }

  /** What the stream of the page tells, the last of it at any time; answers what looks at it. */
  async watch(): Promise<() => DeskView | null> {
    const stop = new AbortController()
    onTestFinished(() => stop.abort())
    const { body } = await fetch(`${this.url}/desk/api/news`, {
      headers: { cookie: this.cookie },
      signal: stop.signal,
    })
    let last: DeskView | null = null
    const read = async () => {
      let text = ''
      for await (const part of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
        text += part
        const events = text.split('\n\n')
        text = events.pop() ?? ''
        for (const event of events) if (event.startsWith('data: ')) last = JSON.parse(event.slice(6))
      }
    }
    read().catch(() => {})
    return () => last
  }

  accept(accepts: readonly string[], accepting = true): Promise<Answer> {
    return this.call('PUT', '/presence', { accepting, accepts })
  }

  async view(): Promise<DeskView> {
    return (await this.call('GET', '/desk')).json as unknown as DeskView
  }

  async waiting(): Promise<readonly ChatLine[]> {
    return (await this.view()).waiting
  }

  async mine(): Promise<readonly ChatLine[]> {
    return (await this.view()).mine
  }

  async detail(chat: number): Promise<ChatDetail> {
    return (await this.call('GET', `/chats/${chat}`)).json as unknown as ChatDetail
  }

  async said(chat: number): Promise<readonly string[]> {
    const { json } = await this.call('GET', `/chats/${chat}/messages`)
    return (json as unknown as DeskMessages).messages.map(({ from, text }) => `${from}: ${text}`)
  }

  /** A file for the contact of a conversation. */
  async upload(chat: number, bytes: Uint8Array): Promise<Answer> {
    const response = await fetch(`${this.url}/desk/api/chats/${chat}/files`, {
      method: 'POST',
      headers: {
        cookie: this.cookie,
        'x-desk-token': this.token,
        'content-type': 'application/octet-stream',
      },
      body: new Uint8Array(bytes),
    })
    return { status: response.status, json: (await response.json()) as Record<string, unknown> }
  }

  act(chat: number, what: string, body?: unknown): Promise<Answer> {
    return this.call('POST', `/chats/${chat}/${what}`, body)
  }
}

export async function putAgent(
  url: string,
  name: string,
  wish: Readonly<{ skills?: readonly string[]; mostChats?: number; password?: string }> = {},
): Promise<Answer> {
  const body = { password: PASSWORD, skills: ['billing'], ...wish }
  return signedCall(url, { method: 'PUT', path: `/v1/desk/agents/${encodeURIComponent(name)}`, body })
}

/** An agent with a skill who is there and takes conversations. */
export async function agentAtWork(
  url: string,
  name: string,
  wish: Parameters<typeof putAgent>[2] = {},
): Promise<DeskCaller> {
  await putAgent(url, name, wish)
  const agent = new DeskCaller(url)
  await agent.signIn(name)
  await agent.open()
  await agent.accept(wish.skills ?? ['billing'])
  return agent
}

import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = Readonly<{
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: string
}>
/** `cut`: the connection ends after the body, whatever length was promised. */
export type Answer = Readonly<{
  status: number
  body?: string | Buffer
  headers?: Record<string, string>
  cut?: true
}>

/** A server on this machine that records what it is asked. */
export type Loopback = Readonly<{ url: string; received: readonly Received[]; close: () => void }>
/** `null` never answers; `number` counts the requests from 1. */
export type Answering = (request: Received, number: number) => Promise<Answer | null> | Answer | null

/** Starts a server that answers as told. */
export async function openLoopback(answer: Answering): Promise<Loopback> {
  const received: Received[] = []
  const server = createServer(async (incoming, outgoing) => {
    let body = ''
    for await (const part of incoming.setEncoding('utf8')) body += part
    const request = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers: incoming.headers,
      body,
    }
    received.push(request)
    const given = await answer(request, received.length)
    if (!given) return
    outgoing.writeHead(given.status, given.headers)
    if (given.cut) outgoing.write(given.body ?? '', () => outgoing.destroy())
    else outgoing.end(given.body ?? '')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, close }
}

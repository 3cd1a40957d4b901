import { Agent, request } from 'node:http'

export type Sent = Readonly<{
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body: Uint8Array | null
}>
/** `status` 0: the connection was closed without an answer. */
export type Heard = Readonly<{ status: number; type: string; body: string }>

/** Sends bytes as they are over connections that are kept, whatever a better client would refuse to send. */
export function rawSender(
  url: string,
): Readonly<{ send: (sent: Sent) => Promise<Heard>; close: () => void }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  return {
    send: sent => sendWith(agent, url, sent),
    close: () => agent.destroy(),
  }
}

function sendWith(agent: Agent, url: string, { method, path, headers, body }: Sent): Promise<Heard> {
  const { hostname, port } = new URL(url)
  return new Promise(resolve => {
    const length = body === null ? {} : { 'content-length': String(body.length) }
    const outgoing = request(
      { agent, hostname, port, method, path, headers: { ...headers, ...length } },
      answer => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', part => {
          text += part
        })
        const done = () =>
          resolve({
            status: answer.statusCode ?? 0,
            type: String(answer.headers['content-type'] ?? ''),
            body: text,
          })
        answer.on('end', done)
        answer.on('error', done)
      },
    )
    outgoing.on('error', () => resolve({ status: 0, type: '', body: '' }))
    outgoing.end(body ?? undefined)
  })
}

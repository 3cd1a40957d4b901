import autocannon from 'autocannon'

export type Outgoing = Readonly<{ path: string; headers: Readonly<Record<string, string>>; body: string }>
/** One sender, who writes as soon as the last message was answered. */
export type Sender = Readonly<{ next: () => Outgoing }>

/** `requests`: answered ones, of which `perSecond`; `p99Ms`: of a request, from sending to the whole answer. */
export type Load = Readonly<{ requests: number; perSecond: number; p99Ms: number }>

const CONNECTIONS = 50

/** Fifty senders at once for some seconds, at most `rate` requests a second; throws when one is not answered with 2xx. */
export async function load(
  url: string,
  newSender: () => Sender,
  { seconds, rate }: Readonly<{ seconds: number; rate?: number }>,
): Promise<Load> {
  const times: number[] = []
  // What is kept for a connection is forgotten after each answer, so a sender goes to whoever writes next.
  const idle: Sender[] = []
  const options: autocannon.Options = {
    url,
    connections: CONNECTIONS,
    duration: seconds,
    ...(rate === undefined ? {} : { overallRate: rate }),
    requests: [
      {
        method: 'POST',
        setupRequest(request, context) {
          const sender = idle.pop() ?? newSender()
          Object.assign(context, { sender })
          const { path, headers, body } = sender.next()
          return { ...request, path, headers: { 'content-type': 'application/json', ...headers }, body }
        },
        onResponse(_status, _body, context) {
          idle.push((context as { sender: Sender }).sender)
        },
      },
    ],
  }
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)))
    instance.on('response', (_client, _status, _bytes, ms) => times.push(ms))
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`)
  times.sort((a, b) => a - b)
  return {
    requests: times.length,
    perSecond: times.length / result.duration,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
  }
}

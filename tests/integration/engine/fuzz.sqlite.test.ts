import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FAULTS } from '../../../src-shared/kit/faults.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { requestsTo, type Served, signedAt } from './fuzz/requests.ts'
import { type Heard, rawSender } from './fuzz/send-raw.ts'
import { EXTERNAL, proactiveBot } from './proactive-bot.ts'
import { putToWork, scratchEngine } from './scratch-engine.ts'
import { say } from './signed-call.ts'

/** Requests of an ordinary run; `npm run soak` sends 50,000. */
const RUNS = Number(process.env.PARLEY_FUZZ ?? 2000)
const MS_PER_RUN = 30
/** What a customer said, which nobody without a key may read. */
const CONFIDENCE = 'my-account-is-4711-0815'

const KNOWN = {
  bot: [COUNTING_BOT, 'bot_none'],
  contact: ['anna', 'web:aaaaaaaaaaaaaaaaaaaaaaaa', 'nobody'],
  visitor: ['a'.repeat(24)],
  version: ['0.1', '0.2', '9.9'],
  external: [EXTERNAL, 'nobody'],
}

/** A failure has a code of ours; what is let in is said by the document, which scratchEngine holds every answer against. */
function faultOf({ status, type, body }: Heard): string | null {
  if (status === 0) return 'there is no answer'
  if (status >= 500) return `it failed with ${status}`
  if (status < 400) return null
  if (!type.startsWith('application/problem+json') && !type.startsWith('text/html')) return `it is ${type}`
  if (type.startsWith('text/html')) return null
  const { code } = JSON.parse(body) as { code: string }
  return code in FAULTS ? null : `its code is ${code}`
}

test('whatever is sent to whatever address: a coded refusal, never a failure, never what others said (issue 6)', {
  timeout: 60_000 + RUNS * MS_PER_RUN,
}, async () => {
  const engine = await scratchEngine()
  await putToWork(engine.url, countingBot())
  await putToWork(engine.url, proactiveBot())
  await say(engine.url, { bot: COUNTING_BOT, contact: 'anna' }, { id: 'a', text: 'hello' })
  await say(engine.url, { bot: COUNTING_BOT, contact: 'anna' }, { id: 'b', text: CONFIDENCE })
  const served = (await (await fetch(`${engine.url}/v1/openapi.json`)).json()) as Served
  const { send, close } = rawSender(engine.url)
  const seen = new Map<string, Set<number>>()
  try {
    await fc.assert(
      fc.asyncProperty(requestsTo(served, KNOWN), async drawn => {
        const sent = signedAt(drawn, Date.now())
        const heard = await send(sent)
        expect(faultOf(heard)).toBeNull()
        const isRefused = !drawn.isSigned || drawn.signing !== 'good'
        if (isRefused) expect(heard.body).not.toContain(CONFIDENCE)
        if (drawn.isSigned && drawn.signing !== 'good') expect([401, 415, 400, 431]).toContain(heard.status)
        seen.set(drawn.route, (seen.get(drawn.route) ?? new Set()).add(heard.status))
        // The same again, as somebody who listened in would send it.
        const isTaken = drawn.isSigned && drawn.signing === 'good' && heard.status < 300
        if (isTaken && drawn.unsigned.method !== 'GET') expect((await send(sent)).status).toBe(409)
      }),
      { numRuns: RUNS, seed: 6 },
    )
  } finally {
    close()
  }
  // The sender reaches every address, and something is let in.
  const routes = Object.entries(served.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
  )
  expect([...seen.keys()].toSorted()).toEqual(routes.toSorted())
  expect([...seen.values()].filter(statuses => statuses.has(200)).length).toBeGreaterThan(3)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReceiver, type Receiver, SIGNING_SECRET } from '../../../bench/engine/soak/receiver.ts'
import { signRequest } from '../../../src-shared/publish/sign-request.ts'

let receiver: Receiver
beforeAll(async () => {
  receiver = await openReceiver()
})
afterAll(() => receiver.close())

async function deliver(id: string): Promise<number> {
  const body = JSON.stringify({ type: 'message', id, to: 'ana', message: { body: { text: id } } })
  const headers = { 'x-signature': signRequest(SIGNING_SECRET, Date.now() / 1000, body) }
  const { status } = await fetch(receiver.url, { method: 'POST', headers, body })
  return status
}

test('the system of the soak fails one request in five, no message over four times, and takes each once', async () => {
  const ids = Array.from({ length: 200 }, (_, index) => `d${index}`)
  let requests = 0
  for (const id of ids) {
    let tries = 1
    while ((await deliver(id)) !== 200) tries += 1
    expect(tries).toBeLessThanOrEqual(5)
    requests += tries
  }
  const { taken, failures, repeats } = receiver.counts
  expect({ taken, failures }).toEqual({ taken: ids.length, failures: Math.floor(requests / 5) })
  expect(repeats).toBeGreaterThan(0)
  expect(receiver.heardBy('ana')).toEqual(ids)
})

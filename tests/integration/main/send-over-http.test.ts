import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { sendOverHttp } from '../../../src-main/publishing/send-over-http.ts'

/** A port nobody listens at: one that was just given back. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

test('an upload that never began tells no progress, not even after it failed (issue 2, item 8)', async () => {
  const told: number[] = []
  const url = `http://127.0.0.1:${await closedPort()}/v1/bots`
  const request = {
    method: 'PUT',
    url,
    headers: {},
    body: 'x'.repeat(200_000),
    timeoutMs: 1000,
    onProgress: (fraction: number) => void told.push(fraction),
  }
  await expect(sendOverHttp(request)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  // What was written is called back about in the turn of the loop after the failure.
  await new Promise(resolve => setImmediate(resolve))
  expect(told).toEqual([])
})

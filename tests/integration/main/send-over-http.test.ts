import { expect, test } from 'vitest'
import { sendOverHttp } from '../../../src-main/publishing/send-over-http.ts'

test('an upload that never began tells no progress, not even after it failed (issue 2, item 8)', async () => {
  const told: number[] = []
  const request = {
    method: 'PUT',
    // Nobody listens there.
    url: 'http://127.0.0.1:1/v1/bots',
    headers: {},
    body: 'x'.repeat(200_000),
    timeoutMs: 20_000,
    onProgress: (fraction: number) => void told.push(fraction),
  }
  await expect(sendOverHttp(request)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  // What was written is called back about in the turn of the loop after the failure.
  await new Promise(resolve => setImmediate(resolve))
  expect(told).toEqual([])
})

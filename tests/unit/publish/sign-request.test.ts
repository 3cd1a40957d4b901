import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  isSignedWith,
  readSignature,
  SIGNATURE_TOLERANCE_MS,
  signRequest,
  verifySignature,
} from '../../../src-shared/publish/sign-request.ts'

const KEY = 'a-secret'
const NOW = 1_700_000_000_000
const body = '{"text":"olá 👋"}'

describe('signatures (NHN-140)', () => {
  test('are the HMAC-SHA256 of time, dot and raw body, as anybody computes it', () => {
    const hex = createHmac('sha256', KEY).update(`1700000000.${body}`).digest('hex')
    expect(signRequest(KEY, 1_700_000_000, body)).toBe(`t=1700000000,v1=${hex}`)
    expect(signRequest(KEY, 1_700_000_000, new TextEncoder().encode(body))).toBe(`t=1700000000,v1=${hex}`)
    expect(signRequest(KEY, 1_700_000_000.123, '')).toMatch(/^t=1700000000\.123,v1=[0-9a-f]{64}$/)
  })

  test('fit one of the secrets, the time and every byte', () => {
    const header = signRequest(KEY, NOW / 1000, body)
    const verify = (changed: Partial<Parameters<typeof verifySignature>[0]>) =>
      verifySignature({ header, secrets: ['other', KEY], body, now: NOW, ...changed })
    expect(verify({})).toMatchObject({ ok: true })
    expect(verify({ secrets: ['other'] })).toMatchObject({ code: 'request/unauthorised' })
    expect(verify({ secrets: [] })).toMatchObject({ code: 'request/unauthorised' })
    expect(verify({ header: header.replace(/.$/, digit => (digit === '0' ? '1' : '0')) })).toMatchObject({
      code: 'request/unauthorised',
    })
    const bytes = new TextEncoder().encode(body)
    for (let at = 0; at < bytes.length; at += 1)
      expect(verify({ body: bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)) })).toMatchObject({
        ok: false,
      })
  })

  test('hold for five minutes to either side, to the millisecond', () => {
    const header = signRequest(KEY, NOW / 1000, '')
    const code = (now: number) => {
      const read = readSignature(header, now)
      return read.ok ? 'ok' : read.code
    }
    expect([-1, 0, 1].map(ms => code(NOW + SIGNATURE_TOLERANCE_MS + ms))).toEqual([
      'ok',
      'ok',
      'request/stale',
    ])
    expect([-1, 0, 1].map(ms => code(NOW - SIGNATURE_TOLERANCE_MS + ms))).toEqual([
      'request/stale',
      'ok',
      'ok',
    ])
  })

  test('keep their time as it was written', () => {
    const hex = createHmac('sha256', KEY).update('0001700000000.50.x').digest('hex')
    const read = readSignature(`t=0001700000000.50,v1=${hex}`, NOW)
    expect(read).toMatchObject({ ok: false })
    const plain = readSignature(
      `t=001700000000.50,v1=${createHmac('sha256', KEY).update('001700000000.50.x').digest('hex')}`,
      NOW,
    )
    expect(plain.ok && isSignedWith([KEY], plain.value, 'x')).toBe(true)
  })

  test.each([
    null,
    undefined,
    '',
    't=1',
    `t=,v1=${'0'.repeat(64)}`,
    `t=-1,v1=${'0'.repeat(64)}`,
    `t=1e9,v1=${'0'.repeat(64)}`,
    `t=1,v1=${'0'.repeat(63)}`,
    `t=1,v1=${'G'.repeat(64)}`,
    ['t=1'],
  ])('a header like %j is none', header =>
    expect(readSignature(header, NOW)).toMatchObject({ code: 'request/unauthorised' }),
  )
})

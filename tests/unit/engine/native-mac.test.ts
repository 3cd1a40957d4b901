import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { nativeMac } from '../../../src-engine/http/native-mac.ts'
import { isSignedWith, signRequest } from '../../../src-shared/publish/sign-request.ts'

test.each(['k', 'x'.repeat(64), 'x'.repeat(65), 'segredo ü'.repeat(40)])(
  'the engine signs as everybody does (NHN-140), under %s',
  secret => {
    const hex = createHmac('sha256', secret).update('1.olá').digest('hex')
    for (const body of ['olá', Buffer.from('olá')]) {
      expect(nativeMac(secret, '1', body)).toBe(hex)
      // The second time the beginning is known.
      expect(signRequest(secret, 1, body, nativeMac)).toBe(signRequest(secret, 1, body))
      expect(isSignedWith([secret], { t: '1', hex }, body, nativeMac)).toBe(true)
      expect(isSignedWith([`${secret}.`], { t: '1', hex }, body, nativeMac)).toBe(false)
    }
  },
)

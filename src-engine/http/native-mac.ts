import type { Mac } from '../../src-shared/publish/sign-request.ts'
import { quickMac } from '../quick-mac.ts'

/** Secrets whose beginnings are kept: an engine has as many as keys and channels. */
const MOST = 1000
const known = new Map<string, ReturnType<typeof quickMac>>()

/** The MAC of signed requests by the platform's own hash. */
export const nativeMac: Mac = (secret, t, body) => {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  return macUnder(secret)(Buffer.concat([Buffer.from(`${t}.`), bytes])).toString('hex')
}

function macUnder(secret: string): ReturnType<typeof quickMac> {
  const before = known.get(secret)
  if (before) return before
  if (known.size >= MOST) known.clear()
  const mac = quickMac(Buffer.from(secret))
  known.set(secret, mac)
  return mac
}

import { createHmac, timingSafeEqual } from 'node:crypto'

/** Whether `X-Hub-Signature-256` was made with the app's secret over the raw bytes; compares in constant time. */
export function isHubSigned(secret: string, header: unknown, body: Uint8Array): boolean {
  const [, hex] = typeof header === 'string' ? (/^sha256=([0-9a-f]{64})$/.exec(header) ?? []) : []
  if (hex === undefined || secret === '') return false
  return timingSafeEqual(createHmac('sha256', secret).update(body).digest(), Buffer.from(hex, 'hex'))
}

/** Whether two secrets are the same, in a time that tells nothing of either. */
export function isSameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest()
  return a !== '' && timingSafeEqual(digest(a), digest(b))
}

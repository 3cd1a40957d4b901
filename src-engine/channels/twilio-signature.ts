import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Whether `X-Twilio-Signature` was made with the account's token over an address and what was posted to it: base64 of
 * HMAC-SHA1 over the address and then every name and value, by name. Compares in constant time.
 */
export function isTwilioSigned(
  token: string,
  header: unknown,
  { url, form }: Readonly<{ url: string; form: URLSearchParams }>,
): boolean {
  if (token === '' || typeof header !== 'string') return false
  const given = Buffer.from(header, 'base64')
  const made = createHmac('sha1', token)
    .update(`${url}${sorted(form)}`)
    .digest()
  return given.length === made.length && timingSafeEqual(given, made)
}

/** A name that comes several times counts once with each of its values. */
function sorted(form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort()
  return names
    .map(name =>
      [...new Set(form.getAll(name))]
        .sort()
        .map(value => name + value)
        .join(''),
    )
    .join('')
}

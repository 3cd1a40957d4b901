const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES: ReadonlyMap<string, number> = new Map([...DIGITS].map((digit, value) => [digit, value]))

/** Bytes in base64, padded. */
export function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    for (let digit = 0; digit < 4; digit += 1)
      text += at + digit > bytes.length ? '=' : DIGITS.charAt((group >> (18 - 6 * digit)) & 63)
  }
  return text
}

/** Bytes in the alphabet that survives addresses, mails and chats; without padding. */
export function base64Url(bytes: Uint8Array): string {
  return base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The bytes of either alphabet; null where it is none. */
export function bytesOfBase64(text: string): Uint8Array | null {
  const digits = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')
  if (digits.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let [group, bits, at] = [0, 0, 0]
  for (const digit of digits) {
    const value = VALUES.get(digit)
    if (value === undefined) return null
    group = ((group << 6) | value) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at] = (group >> bits) & 255
    at += 1
  }
  return bytes
}

/** GSM 03.38: the basic alphabet, and the characters that take two places of it. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const EXTENDED = new Set('\f^{}\\[~]|€')

/** How a text travels as SMS: `units` are septets in GSM-7 and UTF-16 units in UCS-2. */
export type SmsSegments = Readonly<{ encoding: 'GSM-7' | 'UCS-2'; units: number; segments: number }>

const CAPACITY = { 'GSM-7': { alone: 160, joined: 153 }, 'UCS-2': { alone: 70, joined: 67 } } as const

/** Counts what an SMS costs. A character of two units is never parted between segments. */
export function smsSegments(text: string): SmsSegments {
  const characters = [...text]
  const isGsm = characters.every(character => BASIC.has(character) || EXTENDED.has(character))
  const encoding = isGsm ? 'GSM-7' : 'UCS-2'
  const sizes = characters.map(character => (isGsm ? (EXTENDED.has(character) ? 2 : 1) : character.length))
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const { alone, joined } = CAPACITY[encoding]
  return { encoding, units, segments: units <= alone ? Math.min(units, 1) : packed(sizes, joined) }
}

function packed(sizes: readonly number[], capacity: number): number {
  let segments = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > capacity) {
      segments += 1
      used = 0
    }
    used += size
  }
  return segments
}

/** Up to two letters that stand for a name (requirements.md NHN-09: an avatar where there is no picture). */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter(word => /[\p{L}\p{N}]/u.test(word))
  const letters = words.map(word => [...word.replace(/^[^\p{L}\p{N}]+/u, '')][0] ?? '')
  return (letters.length > 1 ? `${letters[0]}${letters.at(-1)}` : (letters[0] ?? '?')).toUpperCase()
}

const HUES = ['say', 'ask', 'decide', 'act', 'people'] as const

/** The colour family of a bot's avatar: always the same for one id. */
export function hueOf(id: string): (typeof HUES)[number] {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003
  return HUES[sum % HUES.length] ?? 'say'
}

/** Longer texts are no list of choices, nor are those of more parts. Characters. */
const MAX_LENGTH = 2000
const MAX_PARTS = 200
const BETWEEN = /[,;+&/\n،؛、]|\s(?:and|e|y)\s/iu
const NUMBERS = /^\p{N}+(?:\s+\p{N}+)+$/u

/**
 * The places of all that a text chooses, such as `1,3`, `1 3`, `Tea and milk` (requirements.md NHN-17): in order and
 * each once, or null when a part of it is none. `find` gives the place of one choice, or -1.
 */
export function readSelection(text: string, find: (part: string) => number): readonly number[] | null {
  if (text.length > MAX_LENGTH) return null
  const whole = find(text)
  if (whole >= 0) return [whole]
  const found = new Set<number>()
  const parts = text.split(BETWEEN).flatMap(part => {
    const bare = part.trim()
    if (bare === '') return []
    return NUMBERS.test(bare) ? bare.split(/\s+/) : [bare]
  })
  if (parts.length > MAX_PARTS) return null
  for (const part of new Set(parts)) {
    const place = find(part)
    if (place < 0) return null
    found.add(place)
  }
  return found.size === 0 ? null : [...found].sort((a, b) => a - b)
}

const KEY = 'parley.recentEmoji'
const MOST = 16

/** The emoji that were chosen last, newest first; kept by this window's storage. */
export function recentEmoji(): readonly string[] {
  const kept: unknown = readKept()
  return Array.isArray(kept) ? kept.filter(sign => typeof sign === 'string').slice(0, MOST) : []
}

export function rememberEmoji(sign: string): void {
  const next = [sign, ...recentEmoji().filter(other => other !== sign)].slice(0, MOST)
  localStorage.setItem(KEY, JSON.stringify(next))
}

function readKept(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]')
  } catch {
    return []
  }
}

/** What a key does in an open list of `count` things: chooses another, takes the chosen one, closes, or nothing. */
export function listStep(key: string, active: number, count: number): number | 'take' | 'close' | null {
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count
    case 'ArrowUp':
      return (active + count - 1) % count
    case 'Enter':
    case 'Tab':
      return 'take'
    case 'Escape':
      return 'close'
    default:
      return null
  }
}

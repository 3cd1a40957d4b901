/** The card an arrow, Home or End leads to from another; null for other keys and at the edge. */
export function cardBeside(grid: HTMLElement, card: HTMLElement, key: string): HTMLElement | null {
  const cards = [...grid.querySelectorAll<HTMLElement>('[data-bot]')]
  const at = cards.indexOf(card)
  const perRow = rowLength(cards)
  switch (key) {
    case 'ArrowRight':
      return cards[at + 1] ?? null
    case 'ArrowLeft':
      return cards[at - 1] ?? null
    case 'ArrowDown':
      return cards[at + perRow] ?? null
    case 'ArrowUp':
      return cards[at - perRow] ?? null
    case 'Home':
      return cards[0] ?? null
    case 'End':
      return cards.at(-1) ?? null
    default:
      return null
  }
}

/** How many cards lie in the first row, as they are laid out now. */
function rowLength(cards: readonly HTMLElement[]): number {
  const top = cards[0]?.getBoundingClientRect().top
  const next = cards.findIndex(card => card.getBoundingClientRect().top !== top)
  return next === -1 ? cards.length : next
}

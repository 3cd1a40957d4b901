/** The same flow for every subject: a square grid of blocks, each leading to the one on its right, three in ten down. */
export const CELL = { width: 320, height: 208 } as const
export const BLOCK = { width: 240, height: 136 } as const

export type GridNode = Readonly<{ index: number; x: number; y: number; title: string; text: string }>
/** `port` is 0 to 2. */
export type GridLink = Readonly<{ from: number; port: number; to: number }>

export const PORTS = ['Book a table', 'Opening hours', 'Talk to a person'] as const

/** In cells of their own size where a subject has another. */
export function gridNodes(
  count: number,
  cell: Readonly<{ width: number; height: number }> = CELL,
): readonly GridNode[] {
  const columns = columnsOf(count)
  return Array.from({ length: count }, (_, index) => ({
    index,
    x: (index % columns) * cell.width,
    y: Math.floor(index / columns) * cell.height,
    title: `Step ${index}`,
    text: `How can we help you today? This is what step ${index} says to the customer.`,
  }))
}

/** About 1.3 for each block. */
export function gridLinks(count: number): readonly GridLink[] {
  const columns = columnsOf(count)
  const links: GridLink[] = []
  for (let index = 0; index < count; index += 1) {
    if (index % columns < columns - 1 && index + 1 < count)
      links.push({ from: index, port: 0, to: index + 1 })
    if (index % 10 < 3 && index + columns < count) links.push({ from: index, port: 1, to: index + columns })
  }
  return links
}

export function columnsOf(count: number): number {
  return Math.ceil(Math.sqrt(count))
}

/** A thing on the canvas with its measures, in pixels at 100 % zoom. */
export type Measured<Id> = Readonly<{ id: Id; x: number; y: number; width: number; height: number }>

export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
export type Alignment = (typeof ALIGNMENTS)[number]

export const DIRECTIONS = ['horizontal', 'vertical'] as const
export type Direction = (typeof DIRECTIONS)[number]

type Places<Id> = ReadonlyMap<Id, Readonly<{ x: number; y: number }>>

/** Puts things onto one line: an edge of what is around all of them, or its middle. What stands there already stays. */
export function align<Id>(things: readonly Measured<Id>[], to: Alignment): Places<Id> {
  const left = Math.min(...things.map(({ x }) => x))
  const top = Math.min(...things.map(({ y }) => y))
  const right = Math.max(...things.map(({ x, width }) => x + width))
  const bottom = Math.max(...things.map(({ y, height }) => y + height))
  const place = ({ x, y, width, height }: Measured<Id>) => {
    switch (to) {
      case 'left':
        return { x: left, y }
      case 'centre':
        return { x: Math.round((left + right) / 2) - Math.round(width / 2), y }
      case 'right':
        return { x: right - width, y }
      case 'top':
        return { x, y: top }
      case 'middle':
        return { x, y: Math.round((top + bottom) / 2) - Math.round(height / 2) }
      case 'bottom':
        return { x, y: bottom - height }
    }
  }
  return new Map(things.map(thing => [thing.id, place(thing)]))
}

/**
 * Makes the gaps between things equal, in the order they stand in. The first and the last stay where they are; things
 * that are larger than the room overlap equally.
 */
export function distribute<Id>(things: readonly Measured<Id>[], along: Direction): Places<Id> {
  const [at, size] = along === 'horizontal' ? (['x', 'width'] as const) : (['y', 'height'] as const)
  const order = [...things].sort((a, b) => a[at] - b[at])
  const [first, last] = [order[0], order.at(-1)]
  if (!first || !last || order.length < 3) return new Map()
  const taken = order.reduce((sum, thing) => sum + thing[size], 0)
  const gap = (last[at] + last[size] - first[at] - taken) / (order.length - 1)
  let next = first[at]
  const places = order.map(({ id, x, y, ...measures }) => {
    const place = Math.round(next)
    next += measures[size] + gap
    return [id, along === 'horizontal' ? { x: place, y } : { x, y: place }] as const
  })
  return new Map(places)
}

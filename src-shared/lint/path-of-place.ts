import type { Place } from '../channels/report.ts'

type Path = readonly (string | number)[]

/** A place in a message is a path in the data as far as the block holds such lists and texts. */
export function pathOfPlace(data: Texts, place: Place, locale: string): Path {
  const path = placeInData(data, place)
  const [value] = valuesAlong(data, path).slice(-1)
  const isText = typeof value === 'object' && value !== null && typeof (value as Texts)[locale] === 'string'
  return isText ? [...path, locale] : path
}

type Texts = Readonly<Record<string, unknown>>

function placeInData(data: Texts, place: Path): Path {
  const inTemplate = place[0] === 'template' && typeof data.template === 'string'
  const [first, ...rest] = inTemplate ? place.slice(1) : place
  if (first === undefined) return []
  const own = first === 'text' && !('text' in data) ? 'prompt' : first
  const path = [own, ...rest]
  return path.slice(0, valuesAlong(data, path).length)
}

/** The values at each step of a path, up to where it leads nowhere. */
function valuesAlong(data: unknown, path: Path): readonly unknown[] {
  const values: unknown[] = []
  let value = data
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) break
    value = (value as Record<string | number, unknown>)[part]
    values.push(value)
  }
  return values
}

import { parseTemplate } from '../expression/template.ts'

/** What is filled in between `{{ }}` of a text: names of variables, or what is written there where it names none. */
export function placesOf(text: string): ReadonlySet<string> {
  if (!text.includes('{{')) return NONE
  const template = parseTemplate(text)
  const places = new Set<string>()
  for (const part of template.parts) {
    if (typeof part === 'string') {
      if (part.includes('{{')) places.add(part.slice(part.indexOf('{{')).slice(0, 40))
    } else if (part.expression.names.length > 0)
      for (const { name } of part.expression.names) places.add(name)
    else places.add(template.source.slice(part.start, part.end).trim())
  }
  return places
}

/** What a translation lost of its source's places, and what it has that the source has not; null where all is well. */
export function placeDifference(
  source: string,
  target: string,
): Readonly<{ missing: readonly string[]; added: readonly string[] }> | null {
  if (!source.includes('{{') && !target.includes('{{')) return null
  const [wanted, found] = [placesOf(source), placesOf(target)]
  const missing = [...wanted].filter(place => !found.has(place))
  const added = [...found].filter(place => !wanted.has(place))
  return missing.length + added.length > 0 ? { missing, added } : null
}

const NONE: ReadonlySet<string> = new Set()

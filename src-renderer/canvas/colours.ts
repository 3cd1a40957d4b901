import type { Family } from '../../src-shared/blocks/kind.ts'

/** The tokens the canvas layer draws with; it cannot use style sheets. */
export type Colours = Readonly<{
  dot: string
  edge: string
  edgeStrong: string
  accent: string
  raised: string
  border: string
  text: string
  quiet: string
  families: Readonly<Record<Family, string>>
}>

const FAMILIES = ['say', 'ask', 'decide', 'act', 'people'] as const

/** Reads the tokens as they are in the present theme. */
export function readColours(element: Element): Colours {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(`--p-${name}`).trim()
  return {
    dot: token('dot'),
    edge: token('edge'),
    edgeStrong: token('text-2'),
    accent: token('accent'),
    raised: token('raised'),
    border: token('border-strong'),
    text: token('text-3'),
    quiet: token('n4'),
    families: Object.fromEntries(FAMILIES.map(name => [name, token(name)])) as Colours['families'],
  }
}

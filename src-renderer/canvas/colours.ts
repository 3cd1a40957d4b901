import type { Family } from '../../src-shared/blocks/kind.ts'
import { HUES, type Hue } from '../../src-shared/document/records.ts'

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
  /** Of groups and notes: what fills them, and what is drawn around them. */
  hues: Readonly<Record<Hue, Readonly<{ soft: string; line: string }>>>
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
    hues: Object.fromEntries(
      HUES.map(hue => [hue, { soft: token(`hue-${hue}-soft`), line: token(`hue-${hue}`) }]),
    ) as Colours['hues'],
    families: Object.fromEntries(FAMILIES.map(name => [name, token(name)])) as Colours['families'],
  }
}

import type { ReactNode } from 'react'

/** One thing to choose; `hint` stands under its label and is searched too. */
export type Choice = Readonly<{ value: string; label: string; hint?: string; icon?: ReactNode }>
export type ChoiceGroup = Readonly<{ group: string | null; items: readonly Choice[] }>

/** A list longer than this is searched, not read. */
const LIMIT = 100

/**
 * The groups with only what holds every typed word in its label or hint; at most a hundred choices in all. In each
 * group, labels that begin with what was typed come first: "end" means End rather than Send location.
 */
export function searchChoices(groups: readonly ChoiceGroup[], typed: string): readonly ChoiceGroup[] {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  let left = LIMIT
  return groups.flatMap(({ group, items }) => {
    const found: Choice[] = []
    for (const item of items) {
      if (left === 0) break
      const text = fold(`${item.label} ${item.hint ?? ''}`)
      if (!words.every(word => text.includes(word))) continue
      found.push(item)
      left -= 1
    }
    return found.length > 0 ? [{ group, items: bestFirst(found, fold(typed.trim())) }] : []
  })
}

function bestFirst(found: readonly Choice[], sought: string): readonly Choice[] {
  if (sought === '') return found
  const begins = ({ label }: Choice) => fold(label).startsWith(sought)
  return [...found.filter(begins), ...found.filter(choice => !begins(choice))]
}

/** Without case and accents: "joao" finds "João". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

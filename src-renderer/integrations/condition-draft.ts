import type { Condition } from '../../src-shared/integrations/condition.ts'

/** A condition that holds no others. */
export type PlainCondition = Extract<Condition, { on: string }>
export const CONDITIONS_ON = [
  'channel',
  'text',
  'variable',
  'contact',
  'time',
] as const satisfies readonly PlainCondition['on'][]
export const COMPARISONS = ['equals', 'contains', 'matches'] as const

/** What a form can show: conditions that must all hold, or one of them. */
export type ConditionGroup = Readonly<{ mode: 'all' | 'any'; list: readonly PlainCondition[] }>

/** Null for groups within groups, which the form leaves as they are. */
export function groupOf(condition: Condition | null): ConditionGroup | null {
  if (condition === null) return { mode: 'all', list: [] }
  if ('on' in condition) return { mode: 'all', list: [condition] }
  const mode = 'all' in condition ? 'all' : 'any'
  const inside = 'all' in condition ? condition.all : condition.any
  const list = inside.filter(one => 'on' in one)
  return list.length === inside.length ? { mode, list } : null
}

export function conditionOf({ mode, list }: ConditionGroup): Condition | null {
  if (list.length === 0) return null
  return mode === 'all' ? { all: list } : { any: list }
}

/** A condition to be filled in. `zone` is the time zone of who writes it. */
export function newCondition(on: PlainCondition['on'], zone: string): PlainCondition {
  const compared = { is: 'equals', value: '' } as const
  switch (on) {
    case 'channel':
      return { on, channel: 'web' }
    case 'text':
      return { on, ...compared }
    case 'variable':
      return { on, name: '', ...compared }
    case 'contact':
      return { on, name: 'locale', ...compared }
    case 'time':
      return { on, zone, days: [1, 2, 3, 4, 5], from: '09:00', until: '18:00' }
  }
}

export function withCondition(
  group: ConditionGroup,
  index: number,
  one: PlainCondition | null,
): ConditionGroup {
  return { ...group, list: group.list.toSpliced(index, 1, ...(one ? [one] : [])) }
}

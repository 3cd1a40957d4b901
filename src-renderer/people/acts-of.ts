import type { PersonView } from '../../src-shared/publish/contact-protocol.ts'

export type PersonAct = 'correct' | 'restrict' | 'lift' | 'hold' | 'release' | 'erase'

/** What can be done now: under a legal hold nothing is corrected or erased. */
export function actsOf({
  hold,
  restriction,
}: Pick<PersonView, 'hold' | 'restriction'>): readonly PersonAct[] {
  return [
    ...(hold ? [] : (['correct'] as const)),
    restriction ? 'lift' : 'restrict',
    hold ? 'release' : 'hold',
    ...(hold ? [] : (['erase'] as const)),
  ]
}

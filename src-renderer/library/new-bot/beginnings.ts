import { STARTER_IDS, STARTERS, type StarterId } from '../../../src-shared/starters/starters.ts'

/** The bots that come with Parley as they are (requirements.md NHN-152). */
export const SAMPLES = ['casey', 'orders'] as const
export type Sample = (typeof SAMPLES)[number]

/** What a new bot can begin as. */
export type Beginning = 'blank' | 'services' | StarterId | Sample

/** In the order they are offered; names and descriptions are words of the area `newBot`. */
export const BEGINNINGS: readonly Readonly<{ group: string; items: readonly Beginning[] }>[] = [
  { group: 'own', items: ['blank', 'services'] },
  { group: 'kinds', items: STARTERS.filter(({ group }) => group === 'kind').map(({ id }) => id) },
  { group: 'templates', items: STARTERS.filter(({ group }) => group === 'template').map(({ id }) => id) },
  { group: 'samples', items: SAMPLES },
]

export function isStarter(beginning: Beginning): beginning is StarterId {
  return (STARTER_IDS as readonly string[]).includes(beginning)
}

export function isSample(beginning: Beginning): beginning is Sample {
  return (SAMPLES as readonly string[]).includes(beginning)
}

import type { Localized } from './localized.ts'

/** As the schema of message templates has it (requirements.md KAL-04). */
export const MAX_TEMPLATE_PLACES = 20

/** How many places the texts of a message template have: the highest number of any of them. */
export function templatePlaces(bodies: Localized): number {
  return Math.max(0, ...Object.values(bodies).map(body => Math.max(0, ...placesIn(body))))
}

/** The numbers below a text's highest one that it leaves out: a channel refuses to register such a template. */
export function missingPlaces(body: string): readonly number[] {
  const present = new Set(placesIn(body))
  const highest = Math.min(MAX_TEMPLATE_PLACES, Math.max(0, ...present))
  return Array.from({ length: highest }, (_, at) => at + 1).filter(number => !present.has(number))
}

function placesIn(body: string): number[] {
  return [...body.matchAll(/\{\{(\d{1,6})\}\}/g)].map(([, number]) => Number(number))
}

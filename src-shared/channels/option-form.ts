import type { PlacedOption } from '../message/answerable-options.ts'
import type { LimitName } from './limits.ts'
import { type MisfitPart, misfitsOf, type Place, type Report } from './report.ts'

export type Part = readonly [LimitName, string | number, Place]

/** Labels nobody could tell apart once they were tapped. */
export function hasRepeatedLabels(options: readonly PlacedOption[]): boolean {
  return new Set(options.map(({ option }) => option.label)).size < options.length
}

/** Says which options have no label; true when there are some. */
export function hasUnnamed(options: readonly PlacedOption[], report: Report): boolean {
  const unnamed = options.filter(({ option }) => option.label.trim() === '')
  for (const { place } of unnamed) report.broken('message/unnamed-option', [...place, 'label'])
  return unnamed.length > 0
}

/** Which limit bounds what of an option. */
export type OptionLimits = Readonly<{ label: LimitName; id: LimitName; description?: LimitName }>

/** The parts of options that a form cannot take. */
export function optionMisfits(options: readonly PlacedOption[], limits: OptionLimits): readonly MisfitPart[] {
  return misfitsOf(partsOf(options, limits))
}

export function checkOptions(options: readonly PlacedOption[], limits: OptionLimits, report: Report): void {
  for (const part of partsOf(options, limits)) report.check(...part)
}

function partsOf(options: readonly PlacedOption[], limits: OptionLimits): readonly Part[] {
  return options.flatMap(({ option, place }): readonly Part[] => [
    [limits.label, option.label, [...place, 'label']],
    [limits.id, option.id, [...place, 'id']],
    ...(limits.description && option.description
      ? [[limits.description, option.description, [...place, 'description']] as const]
      : []),
  ])
}

import type { BotDocument } from '../../document/bot-document.ts'
import { isPredefined } from '../../document/predefined-variables.ts'
import { type VariableRecord, variableNameSchema } from '../../document/records.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import type { Clip } from '../clipboard/clip.ts'

/** A variable of a clip whose name the bot uses for another one. */
export type VariableConflict = Readonly<{ pasted: VariableRecord; present: VariableRecord }>

/**
 * The variables of a clip that meet another one of their name: of another type, with another first value, or secret
 * where this one is not. The six that every bot has are never asked about.
 */
export function clipConflicts(document: BotDocument, clip: Clip): readonly VariableConflict[] {
  return clip.records.flatMap(pasted => {
    if (pasted.type !== 'variable' || isPredefined(pasted.name)) return []
    const present = document.variableNamed(pasted.name)
    return present && !isSame(pasted, present) ? [{ pasted, present }] : []
  })
}

/** Whether a variable can be brought in under a name: well formed, and of nothing here nor in the clip. */
export function isFreeName(document: BotDocument, clip: Clip, name: string): boolean {
  return (
    variableNameSchema.safeParse(name).success &&
    !document.variableNamed(name) &&
    !clip.records.some(record => record.type === 'variable' && record.name === name)
  )
}

/** A free name like the given one: CITY_2, CITY_3, … */
export function freeName(document: BotDocument, clip: Clip, name: string): string {
  const stem = name.slice(0, 58)
  let number = 2
  while (!isFreeName(document, clip, `${stem}_${number}`)) number += 1
  return `${stem}_${number}`
}

function isSame(a: VariableRecord, b: VariableRecord): boolean {
  return (
    a.valueType === b.valueType &&
    a.secret === b.secret &&
    canonicalJson(a.initial) === canonicalJson(b.initial)
  )
}

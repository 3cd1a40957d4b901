import { mapRecordFields } from '../blocks/record-fields.ts'
import type { BotDocRecord, EdgeRecord, VariableRecord } from '../document/records.ts'
import { sha256Hex } from '../kit/sha256.ts'
import { isSame } from './is-same.ts'
import type { MergePass } from './merge-records.ts'

const MAX_NAME = 64

/**
 * Two variables of one name. When both sides made it, it is one: fields that chose the other follow. Else the one that
 * yields gets a number at its name.
 */
export function mergeVariableNames(pass: MergePass): void {
  const byName = new Map<string, VariableRecord>()
  for (const record of [...pass.merged.values()]) {
    if (record.type !== 'variable') continue
    const first = byName.get(record.name)
    if (!first) byName.set(record.name, record)
    else
      byName.set(
        record.name,
        settle(pass, first, record, name => byName.has(name)),
      )
  }
}

function settle(
  pass: MergePass,
  a: VariableRecord,
  b: VariableRecord,
  isTaken: (name: string) => boolean,
): VariableRecord {
  const isOurs = (record: VariableRecord) => isNamed(pass.trios.get(record.id)?.ours, record.name)
  const [ours, theirs] = isOurs(a) ? [a, b] : [b, a]
  const isNew = [a, b].every(({ id }) => pass.trios.get(id)?.base === undefined)
  // Records come sorted by id, so that of two alike the first stays, whoever asks.
  const winner = isNew && isSame({ ...a, id: '' }, { ...b, id: '' }) ? a : chosenOf(pass, ours, theirs)
  const loser = winner === a ? b : a
  if (isNew) replace(pass, loser, winner)
  else pass.merged.set(loser.id, { ...loser, name: freeName(pass, loser.name, isTaken) })
  return winner
}

function chosenOf(pass: MergePass, ours: VariableRecord, theirs: VariableRecord): VariableRecord {
  const chosen = pass.decide({
    ...{ id: `name:${ours.name}`, is: 'name', type: 'variable', record: ours.id, path: ['name'] },
    ...{ base: undefined, ours, theirs, choices: ['ours', 'theirs'] },
  })
  return chosen === 'theirs' ? theirs : ours
}

function isNamed(record: BotDocRecord | undefined, name: string): boolean {
  return record?.type === 'variable' && record.name === name
}

function replace(pass: MergePass, loser: VariableRecord, winner: VariableRecord): void {
  pass.merged.delete(loser.id)
  for (const [key, record] of pass.merged) {
    const mapped = mapRecordFields(record, ({ role, value }) =>
      role === 'variable' && value === loser.id ? winner.id : value,
    )
    if (mapped !== record) pass.merged.set(key, mapped)
  }
}

function freeName(pass: MergePass, name: string, isTaken: (name: string) => boolean): string {
  const names = new Set(
    [...pass.merged.values()].flatMap(each => (each.type === 'variable' ? [each.name] : [])),
  )
  for (let number = 2; ; number += 1) {
    const end = `_${number}`
    const free = name.slice(0, MAX_NAME - end.length) + end
    if (!names.has(free) && !isTaken(free)) return free
  }
}

/** Each side may have led the same edge away from another port; ids stay unique. */
export function mergeEdgeIds(pass: MergePass): void {
  const seen = new Set<string>()
  for (const [key, record] of pass.merged) {
    if (record.type !== 'edge') continue
    if (seen.has(record.id)) {
      const id = `edge_${sha256Hex(key).slice(0, 24)}` as EdgeRecord['id']
      pass.merged.set(key, { ...record, id })
    } else seen.add(record.id)
  }
}

import type { BlockId } from '../document/ids.ts'
import type { Conflict } from './conflict.ts'
import { fieldAt } from './field-at.ts'
import type { Versions } from './merge-records.ts'
import { placeWords } from './place-words.ts'
import { recordOfKey } from './record-key.ts'
import { blockNamed, recordName } from './record-name.ts'
import { valueWords } from './value-words.ts'

const KINDS = {
  value: 'both changed it',
  order: 'both put it into another order',
  removed: 'one removed it, the other needs it',
  record: 'the two versions cannot be joined',
  name: 'both gave a variable this name',
  unfit: 'left out, for it does not fit what the other made of its surroundings',
} as const

/** A conflict in English: the place, what each side has there, what relies on it and, once decided, what was taken. */
export function conflictLines(conflict: Conflict, versions: Versions, isDecided: boolean): readonly string[] {
  const { is, record: key, path, base, ours, theirs, needs, chosen } = conflict
  const records = [versions.ours, versions.theirs, versions.base].map(each => recordOfKey(each, key) ?? null)
  const record = records.find(found => found !== null) ?? null
  const document = [versions.ours, versions.theirs].find(each => recordOfKey(each, key)) ?? versions.base
  const { role, locale } = record ? fieldAt(record, path) : { role: null, locale: null }
  const name = record ? recordName(record, document) : key
  const place = path.length > 0 && is !== 'name' ? `${name}: ${placeWords(path, locale, records)}` : name
  const told = (value: unknown, version: keyof Versions) =>
    path[0] === 'to' && typeof value === 'string'
      ? blockNamed(value as BlockId, versions[version])
      : valueWords(value, role, versions[version])
  return [
    `${place.charAt(0).toUpperCase()}${place.slice(1)} (${KINDS[is]})`,
    ...(base === undefined ? [] : [`  base:   ${told(base, 'base')}`]),
    `  ours:   ${told(ours, 'ours')}`,
    `  theirs: ${told(theirs, 'theirs')}`,
    ...needs.map(need => `  needed by ${needName(need, versions)}`),
    ...(isDecided ? [`  taken:  ${chosen}`] : []),
  ]
}

function needName(key: string, { ours, theirs }: Versions): string {
  for (const version of [ours, theirs]) {
    const record = recordOfKey(version, key)
    if (record) return recordName(record, version)
  }
  return key
}

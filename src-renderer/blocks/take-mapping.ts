import { MAX_MAPPINGS, type MappingData } from '../../src-shared/blocks/answer-mapping.ts'
import { findByJsonPath, parseJsonPath } from '../../src-shared/blocks/json-path.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { isReadOnly } from '../../src-shared/document/predefined-variables.ts'
import { updateRecord } from '../../src-shared/edit/update-record.ts'
import type { ValueType } from '../../src-shared/kit/value.ts'
import { newVariable } from '../inspector/fields/new-variable.ts'
import { variableNameFrom } from '../inspector/fields/variable-name-from.ts'
import type { FormProps } from './kind-view.ts'

type Taking = Readonly<{
  document: BotDocument
  /** The JSON of an answer. */
  body: string
  path: string
  mapping: MappingData
  change: FormProps<DataOf<'apiCall'>>['change']
}>

/**
 * Keeps what is at a path of an answer: in the variable of its name, or in a new one of the type of the value. Both are
 * one edit. A path that is kept already stays as it is.
 */
export function takeMapping({ document, body, path, mapping, change }: Taking): void {
  if (mapping.length >= MAX_MAPPINGS || mapping.some(row => row.path === path)) return
  const last = path.split(/[.[]/).findLast(step => /[A-Za-z]/.test(step)) ?? 'answer'
  const name = variableNameFrom(last)
  const known = isReadOnly(name) ? undefined : document.variableNamed(name)
  const made = known ? null : newVariable(document, last, typeAt(body, path))
  const variable = known?.id ?? made?.id ?? null
  const also = made ? updateRecord(document, made) : undefined
  change(present => ({ ...present, mapping: [...present.mapping, { path, variable }] }), also)
}

/** The type of variable that holds what is found. */
function typeAt(body: string, written: string): ValueType {
  const path = parseJsonPath(written)
  if (!path) return 'text'
  const finding = findByJsonPath(path, JSON.parse(body))
  if (finding.found === 'list') return 'list'
  if (finding.found !== 'one') return 'text'
  const { value } = finding
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  const isList = Array.isArray(value) && value.every(item => typeof item !== 'object')
  return isList ? 'list' : 'text'
}

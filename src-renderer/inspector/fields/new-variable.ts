import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { newRecordId } from '../../../src-shared/document/ids.ts'
import type { VariableRecord } from '../../../src-shared/document/records.ts'
import type { ValueType } from '../../../src-shared/kit/value.ts'
import { newId } from '../../state/open-bot.ts'
import { freeName, variableNameFrom } from './variable-name-from.ts'

const UNNAMED = 'VARIABLE'

/** A variable that is not there yet, empty at first, under a free name made of what was typed. */
export function newVariable(document: BotDocument, typed: string, valueType: ValueType): VariableRecord {
  const name = freeName(
    variableNameFrom(typed) || UNNAMED,
    taken => document.variableNamed(taken) !== undefined,
  )
  return {
    id: newRecordId('variable', newId),
    type: 'variable',
    name,
    valueType,
    initial: null,
    secret: false,
    description: '',
  }
}

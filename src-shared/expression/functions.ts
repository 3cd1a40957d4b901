import { conversationFunctions } from './conversation-functions.ts'
import { dateFunctions } from './date-functions.ts'
import type { FunctionSpec } from './function-spec.ts'
import { logicFunctions } from './logic-functions.ts'
import { numberFunctions } from './number-functions.ts'
import { textFunctions } from './text-functions.ts'

export const FUNCTIONS = {
  ...logicFunctions,
  ...numberFunctions,
  ...textFunctions,
  ...dateFunctions,
  ...conversationFunctions,
} satisfies Record<string, FunctionSpec>

export type FunctionName = keyof typeof FUNCTIONS

/** The function of this name, whatever the case it is written in. */
export function functionNamed(written: string): FunctionName | null {
  const name = written.toUpperCase()
  return Object.hasOwn(FUNCTIONS, name) ? (name as FunctionName) : null
}

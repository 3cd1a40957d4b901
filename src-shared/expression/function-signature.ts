import { say, type Words } from '../kit/say.ts'
import { arity, type FunctionSpec } from './function-spec.ts'
import { FUNCTIONS, type FunctionName } from './functions.ts'

/** `ROUND takes 1 to 2 values: ROUND(number, [digits]).` */
export function argumentsWanted(name: FunctionName): Words {
  const { least, most } = arity(FUNCTIONS[name])
  return say('formula/arguments', {
    name,
    least,
    most: most === Number.POSITIVE_INFINITY ? null : most,
    signature: signatureOf(name),
  })
}

/** `IF(condition, then, [else])`, for messages and the reference. */
export function signatureOf(name: FunctionName): string {
  const { parameters }: FunctionSpec = FUNCTIONS[name]
  const shown = parameters.map(parameter => {
    const label = parameter.repeats ? `${parameter.name}, …` : parameter.name
    return parameter.optional ? `[${label}]` : label
  })
  return `${name}(${shown.join(', ')})`
}

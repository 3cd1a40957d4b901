import { charge, type Evaluate, spend } from './evaluation.ts'
import { ExpressionError } from './expression-error.ts'
import type { ExpressionNode } from './expression-node.ts'
import { argumentsWanted } from './function-signature.ts'
import { arity, type FunctionSpec } from './function-spec.ts'
import { FUNCTIONS } from './functions.ts'

/** The call of a function whose arguments are compiled already. A wrong number of them fails when it is evaluated. */
export function compileCall(
  node: Extract<ExpressionNode, { kind: 'call' }>,
  args: readonly Evaluate[],
): Evaluate {
  const spec: FunctionSpec = FUNCTIONS[node.name]
  const { least, most } = arity(spec)
  if (args.length < least || args.length > most)
    return () => {
      throw new ExpressionError('expression/arguments', node, argumentsWanted(node.name))
    }
  if ('runLazily' in spec) {
    const { runLazily } = spec
    return context => {
      charge(context, node)
      return runLazily(args, { context, at: node })
    }
  }
  const { run } = spec
  return context => {
    charge(context, node)
    const values = args.map(arg => arg(context))
    for (const value of values) if (Array.isArray(value)) spend(context, value.length, node)
    return run(values, { context, at: node })
  }
}

import { isTrue } from './evaluation.ts'
import type { FunctionSpec } from './function-spec.ts'

const condition = { name: 'condition', type: 'any' } as const

export const logicFunctions = {
  IF: {
    parameters: [condition, { name: 'then', type: 'any' }, { name: 'else', type: 'any', optional: true }],
    returns: 'any',
    summary: 'One value when the condition is true, another when not.',
    examples: [
      { source: 'IF(2 > 1, "yes", "no")', result: 'yes' },
      { source: 'IF(false, 1)', result: null },
    ],
    runLazily: ([test, then, otherwise], { context }) =>
      (test && isTrue(test(context)) ? then : otherwise)?.(context) ?? null,
  },
  AND: {
    parameters: [{ ...condition, repeats: true }],
    returns: 'boolean',
    summary: 'True when all are true.',
    examples: [{ source: 'AND(1 < 2, 2 < 3)', result: true }],
    runLazily: (args, { context }) => args.every(arg => isTrue(arg(context))),
  },
  OR: {
    parameters: [{ ...condition, repeats: true }],
    returns: 'boolean',
    summary: 'True when at least one is true.',
    examples: [{ source: 'OR(1 > 2, 2 < 3)', result: true }],
    runLazily: (args, { context }) => args.some(arg => isTrue(arg(context))),
  },
  NOT: {
    parameters: [condition],
    returns: 'boolean',
    summary: 'True when the condition is not.',
    examples: [{ source: 'NOT(1 > 2)', result: true }],
    run: ([value = null]) => !isTrue(value),
  },
  ISEMPTY: {
    parameters: [{ name: 'value', type: 'any' }],
    returns: 'boolean',
    summary: 'True for a variable without a value, an empty text and an empty list.',
    examples: [
      { source: 'ISEMPTY("")', result: true },
      { source: 'ISEMPTY(0)', result: false },
    ],
    run: ([value = null]) => value === null || value === '' || (Array.isArray(value) && value.length === 0),
  },
  COUNT: {
    parameters: [{ name: 'list', type: 'any' }],
    returns: 'number',
    summary: 'How many items a list has.',
    examples: [{ source: 'COUNT(["a", "b"])', result: 2 }],
    run: ([value = null]) => (Array.isArray(value) ? value.length : value === null || value === '' ? 0 : 1),
  },
} satisfies Record<string, FunctionSpec>

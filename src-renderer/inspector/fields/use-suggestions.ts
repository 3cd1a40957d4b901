import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FunctionSpec } from '../../../src-shared/expression/function-spec.ts'
import { FUNCTIONS } from '../../../src-shared/expression/functions.ts'
import { useDocument } from '../../state/edits.ts'
import { useWorkbench } from '../../state/workbench.ts'
import type { Suggestion } from './completion.ts'

const FUNCTION_SUGGESTIONS: readonly Suggestion[] = Object.entries<FunctionSpec>(FUNCTIONS).map(
  ([name, spec]) => ({
    kind: 'function',
    name,
    detail: signatureOf(name, spec),
    summary: spec.summary,
  }),
)

/** What can be written into a formula of the open bot: its variables by name, then the functions. */
export function useSuggestions(): readonly Suggestion[] {
  const { t } = useTranslation()
  const document = useDocument()
  const rev = useWorkbench(state => state.rev)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place, and `rev` with it
  return useMemo(() => {
    const variables = [...(document?.all('variable') ?? [])].sort((a, b) => a.name.localeCompare(b.name))
    return [
      ...variables.map(({ name, valueType, description }) => ({
        kind: 'variable' as const,
        name,
        detail: t(`variables.type.${valueType}`),
        summary: description,
      })),
      ...FUNCTION_SUGGESTIONS,
    ]
  }, [document, rev, t])
}

/** `ROUND(value, digits?)`; what repeats ends in an ellipsis. */
function signatureOf(name: string, { parameters }: FunctionSpec): string {
  const shown = parameters.map(
    ({ name: parameter, optional, repeats }) => `${parameter}${repeats ? ', …' : optional ? '?' : ''}`,
  )
  return `${name}(${shown.join(', ')})`
}

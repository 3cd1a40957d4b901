import { type GoTo, useWorkbench } from '../state/workbench.ts'

/** The record a person asked to go to, for the panel that lists its type. */
export function useAskedRecord(): GoTo | null {
  return useWorkbench(state => state.goTo)
}

import type { Person } from '../../src-shared/document/iteration.ts'
import { useWorkbench } from './workbench.ts'

/** Who sits here, as the preferences have it. */
export function reviewer(): Person {
  const { actor, role } = useWorkbench.getState().preferences
  return role ? { name: actor, role } : { name: actor }
}

import { createContext, useContext } from 'react'
import type { RecordId } from '../../../src-shared/document/ids.ts'
import type { Issue } from '../../../src-shared/lint/issue.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { useTextLocale } from './use-text-locale.ts'

export type FieldPath = readonly (string | number)[]

/** The record whose form this is; fields find what the checks say of them through it. */
export const FieldScope = createContext<RecordId | null>(null)

/** What the checks say of the field at `path`, or of anything inside it. */
export function useFieldIssues(path: FieldPath | undefined): readonly Issue[] {
  const record = useContext(FieldScope)
  const issues = useWorkbench(state => state.issues)
  const { locale, locales } = useTextLocale()
  if (!path || !record) return []
  const here = issues.filter(issue => issue.record === record && issue.path && beginsWith(issue.path, path))
  // What is not translated yet is nothing to mend in the language everything is written in first.
  return locale === locales[0] ? here.filter(({ code }) => code !== 'text/untranslated') : here
}

export function beginsWith(path: FieldPath, start: FieldPath): boolean {
  return start.every((step, at) => String(path[at]) === String(step))
}

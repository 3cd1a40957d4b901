import { useEffect, useReducer, useState } from 'react'
import { Draft, REST_MS } from '../../state/draft.ts'
import { useWorkbench } from '../../state/workbench.ts'

export type FieldDraft = Readonly<{
  text: string
  /** What keeps the text from being committed. */
  error: string | null
  /** Whether the text differs from what is stored. */
  pending: boolean
  type: (text: string) => void
  flush: () => void
  drop: () => void
}>

type Options = Readonly<{
  field: string
  value: string
  check?: (text: string) => string | null
  commit: (text: string) => boolean
  /** Makes the edit only when the field is left, for what must be whole, such as a name that is used elsewhere. */
  whole?: boolean
}>

/**
 * Local text of a field that becomes one edit per gesture: after a rest, on blur, before the field goes away, and when
 * `flushDrafts` is called. Give components that use it a `key` of the field, so that another field is another draft.
 */
export function useDraft({ field, value, check = () => null, commit, whole = false }: Options): FieldDraft {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const restMs = whole ? null : REST_MS
  const bot = useWorkbench(state => state.bot)
  const source = {
    // Copies of a bot have the same records.
    field: `${bot}.${field}`,
    check,
    restMs,
    commit: (text: string) => text === value || commit(text),
    onChange: redraw,
  }
  const [draft] = useState(() => new Draft(source))
  useEffect(() => {
    draft.source = source
  })
  useEffect(() => () => draft.flush(), [draft])
  const text = draft.text ?? value
  return {
    text,
    error: draft.text === null ? null : check(draft.text),
    pending: draft.text !== null && draft.text !== value,
    type: typed => draft.type(typed),
    flush: () => draft.flush(),
    drop: () => draft.drop(),
  }
}

import type { RecordId } from '../document/ids.ts'
import type { Changes } from '../edit/edit.ts'
import type { Said } from '../kit/sentences/said.ts'

/** `error` keeps a bot from being published; `warning` is worth a look; `hint` is taste. */
export type Severity = 'error' | 'warning' | 'hint'

/** One finding of the checks: a stable code, one sentence, the place, and the fix where there is one. */
export type Issue = Readonly<{
  code: string
  severity: Severity
  message: string
  /** The same in no language yet, for those who read another one. */
  said: Said
  /** The record it is about; for a block the inspector can go to `path`. */
  record: RecordId
  path?: readonly (string | number)[]
  /** The edit that mends it, with the words for its button. */
  fix?: Readonly<{ label: string; said: Said; changes: Changes }>
}>

/** What a check gives: the sentence is made when somebody reads it. */
export type Finding = Omit<Issue, 'message'>

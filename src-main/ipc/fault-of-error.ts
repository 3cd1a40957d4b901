import { type Fault, fault } from '../../src-shared/kit/result.ts'
import { isDamage, sqliteCode } from '../store/is-damage.ts'

/** What people are told of an error: a full or failing disk is no bug of Parley's, everything else is. */
export function faultOfError(error: unknown): Fault {
  if (isDamage(error))
    return fault('store/damaged', 'Close Parley and start it again: the damaged file is then kept aside.')
  switch (sqliteCode(error)) {
    case null:
      return fault('internal/bug', 'Nothing was changed. Please report this with the steps that led here.')
    case 'SQLITE_FULL':
      return fault('store/failed', 'The disk is full. Make room; Parley tries again by itself.')
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
      return fault('store/failed', 'The folder of the library cannot be written to. Check its permissions.')
    default:
      return fault('store/failed', `The disk reports an error (${sqliteCode(error)}).`)
  }
}

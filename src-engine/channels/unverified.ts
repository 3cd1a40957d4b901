import { type Fault, fault } from '../../src-shared/kit/result.ts'

/** Why a channel cannot be made active. */
export function unverified(why: string): Fault {
  return fault('channel/unverified', why)
}

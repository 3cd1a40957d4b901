import type { Event } from '../../src-shared/runtime/events.ts'

/** Whether an event is something that a bot made well would not have met. */
export function isError(event: Event): boolean {
  switch (event.type) {
    case 'expressionFailed':
    case 'limitReached':
      return true
    case 'effectDone':
      return event.outcome === 'failed' || event.outcome === 'timeout'
    case 'handoverFailed':
      return event.step === 'call' || event.step === 'notSetUp'
    default:
      return false
  }
}

import type { SimulatedStep } from '../../src-shared/integrations/routing-simulation.ts'

/** How a line of a played conversation is marked: somebody speaks, it went well, badly, it waits, or it is by the way. */
export type StepLook = 'person' | 'good' | 'bad' | 'wait' | 'quiet'

export function lookOf(step: SimulatedStep): StepLook {
  switch (step.what) {
    case 'customer':
    case 'agent':
    case 'botSays':
    case 'botTells':
      return 'person'
    case 'attempt':
      return step.failed === null ? 'good' : 'bad'
    case 'breaker':
      return step.state === 'active' ? 'good' : 'bad'
    case 'givenUp':
    case 'refused':
    case 'unverified':
    case 'deskFailed':
      return 'bad'
    case 'held':
      return 'wait'
    case 'toDesk':
      return 'good'
    case 'opened':
    case 'closed':
    case 'flag':
      return 'quiet'
  }
}

import { HANDOVER_REASONS } from '../../src-shared/blocks/effect.ts'
import type { BlockId, FaqId, IntentId, VariableId } from '../../src-shared/document/ids.ts'
import { AFTER_HANDOVER } from '../../src-shared/document/settings.ts'
import type {
  CloseReason,
  Event,
  EventOf,
  HandoverStep,
  InboundRule,
  StartedBy,
} from '../../src-shared/runtime/events.ts'
import { DEFAULT_LIMITS, type LimitName } from '../../src-shared/runtime/limits.ts'

/** The members of a closed union; leaving one out does not compile. */
function all<Name extends string>(names: Readonly<Record<Name, true>>): readonly Name[] {
  return Object.keys(names) as Name[]
}

const RULES = all<InboundRule>({
  automated: true,
  forwarded: true,
  optOut: true,
  optIn: true,
  agent: true,
  endToken: true,
  mainMenuToken: true,
  agentWord: true,
  cancel: true,
  sentiment: true,
  answer: true,
  busy: true,
  keyword: true,
  intent: true,
  faq: true,
  anyMessage: true,
  invalid: true,
  asleep: true,
})
const STARTERS = all<StartedBy>({
  proactive: true,
  referral: true,
  event: true,
  schedule: true,
  intent: true,
})
const CLOSINGS = all<CloseReason>({
  end: true,
  token: true,
  deadEnd: true,
  limit: true,
  inactivity: true,
  optOut: true,
})
const STEPS = all<HandoverStep>({
  preChat: true,
  call: true,
  offline: true,
  cancelled: true,
  notSetUp: true,
})
const OUTCOMES = all<EventOf<'effectDone'>['outcome']>({
  answered: true,
  online: true,
  offline: true,
  accepted: true,
  timeout: true,
  failed: true,
})
const REFUSALS = all<EventOf<'startRefused'>['reason']>({
  optedOut: true,
  handover: true,
  noEntry: true,
  busy: true,
})
const at = Date.UTC(2026, 0, 1, 13, 30)

/**
 * Every event there is, in each of its sorts, for tests of what is said about them: a new event, rule or reason does
 * not compile until it is here. `block`, `entry` and `variable` are to be ones the bot of the test has.
 */
export function eventSamples({
  block,
  entry,
  variable,
}: Readonly<{ block: BlockId; entry: BlockId; variable: VariableId }>): {
  readonly [T in Event['type']]: readonly EventOf<T>[]
} {
  const intent = 'intent_1' as IntentId
  return {
    messageReceived: RULES.map(rule => ({
      type: 'messageReceived',
      id: 'in-1',
      text: 'Hi',
      option: null,
      rule,
    })),
    understood: [intent, 'faq_1' as FaqId, null].map(chosen => ({
      type: 'understood',
      intents: chosen === 'faq_1' ? [] : [{ intent, confidence: 0.82 }],
      faq: null,
      sentiment: chosen ? 'positive' : 'negative',
      chosen,
    })),
    conversationStarted: [
      { type: 'conversationStarted', entry, keyword: null },
      ...STARTERS.map(by => ({ type: 'conversationStarted', entry, keyword: null, by }) as const),
    ],
    blockEntered: [{ type: 'blockEntered', block }],
    edgeTaken: [{ type: 'edgeTaken', block, port: 'next', to: block }],
    messageSent: [
      { type: 'messageSent', block, number: 1, text: 'Hello', options: null },
      {
        type: 'messageSent',
        block,
        number: 2,
        text: '',
        options: [{ id: 'opt_1', label: 'Yes' }],
        late: true,
      },
    ],
    variableSet: [
      { type: 'variableSet', block, variable, name: 'NAME', value: 'Ana' },
      { type: 'variableSet', block, variable, name: 'NAME', value: null },
    ],
    localeChanged: [{ type: 'localeChanged', block, locale: 'pt-BR' }],
    invalidReply: [{ type: 'invalidReply', block, tries: 2 }],
    waitingUntil: [{ type: 'waitingUntil', block, at }],
    timeCame: (['wake', 'inactivity', 'handover'] as const).map(timer => ({ type: 'timeCame', timer, at })),
    effectRequested: (['http', 'presence', 'handover'] as const).map(kind => ({
      type: 'effectRequested',
      block,
      effect: 'fx-1',
      kind,
      says: kind === 'presence' ? 'any agent' : 'GET https://api.example/orders',
    })),
    effectDone: OUTCOMES.map(outcome => ({
      type: 'effectDone',
      block,
      effect: 'fx-1',
      outcome,
      ...(outcome === 'answered' ? { status: 200 } : {}),
      ...(outcome === 'failed' ? { message: 'refused' } : {}),
    })),
    eventRaised: [
      { type: 'eventRaised', block, name: 'order.placed', values: {} },
      { type: 'eventRaised', block, name: 'order.placed', values: { ORDER: 12 } },
    ],
    eventReceived: [true, false].map(taken => ({
      type: 'eventReceived',
      id: 'in-1',
      name: 'order.shipped',
      taken,
    })),
    handoverRequested: HANDOVER_REASONS.flatMap(reason =>
      [null, 'billing'].map(skill => ({ type: 'handoverRequested', block, reason, skill }) as const),
    ),
    handoverStarted: AFTER_HANDOVER.map(afterHandover => ({
      type: 'handoverStarted',
      reason: 'asked',
      skill: null,
      webstore: null,
      channel: 'Web',
      afterHandover,
    })),
    handoverFailed: STEPS.map(step => ({ type: 'handoverFailed', step, message: 'It did not work.' })),
    handoverEnded: (['agent', 'time'] as const).map(by => ({ type: 'handoverEnded', by })),
    agentMessage: [{ type: 'agentMessage', id: 'in-1', text: 'Good morning' }],
    agentClosed: [{ type: 'agentClosed', id: 'in-1' }],
    consentChanged: (['withdrawn', 'given'] as const).map(consent => ({ type: 'consentChanged', consent })),
    startRefused: REFUSALS.map(reason => ({ type: 'startRefused', by: 'event', reason })),
    deliveryReported: ['sent', 'delivered', 'read', 'failed'].map(status => ({
      type: 'deliveryReported',
      message: 1,
      status,
      ...(status === 'failed' ? { description: 'No such number.' } : {}),
    })),
    expressionFailed: [{ type: 'expressionFailed', block, code: 'expression/type', message: 'no number' }],
    limitReached: (Object.keys(DEFAULT_LIMITS) as LimitName[]).map(limit => ({
      type: 'limitReached',
      limit,
      block,
    })),
    conversationClosed: CLOSINGS.flatMap(reason =>
      [block, null].map(place => ({ type: 'conversationClosed', reason, block: place }) as const),
    ),
  }
}

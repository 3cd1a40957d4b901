import { channelNames } from './channel-names.ts'

/** The steps of the onboarding checklist (requirements.md KAL-01, NHN-35). */
export const stepNames = {
  kyc: 'KYC',
  channel: 'Channel activation',
  waba: 'Link WABA ID',
  templates: 'Template registration',
  optIn: 'Opt-in protocol',
  useCase: 'Use-case definition',
  feasibility: 'Feasibility study',
  delivery: 'Implementation and delivery',
} as const

export const taskStates = {
  todo: 'to do',
  'in-review': 'in review',
  blocked: 'blocked',
  done: 'done',
} as const

/** A step with where it is taken: `Channel activation (WhatsApp)`. */
export type NamedStep = Readonly<{ step: keyof typeof stepNames; channel: keyof typeof channelNames | null }>

export function stepName({ step, channel }: NamedStep): string {
  return channel === null ? stepNames[step] : `${stepNames[step]} (${channelNames[channel]})`
}

import type { stepNames as english, NamedStep, taskStates as states } from '../en/step-names.ts'
import { canales } from './channel-names.ts'

const stepNames: Readonly<Record<keyof typeof english, string>> = {
  kyc: 'KYC (conozca a su cliente)',
  channel: 'Activación del canal',
  waba: 'Vinculación del ID de WABA',
  templates: 'Registro de plantillas',
  optIn: 'Protocolo de consentimiento',
  useCase: 'Definición del caso de uso',
  feasibility: 'Estudio de viabilidad',
  delivery: 'Implementación y entrega',
}

export const taskStates: Readonly<Record<keyof typeof states, string>> = {
  todo: 'por hacer',
  'in-review': 'en revisión',
  blocked: 'bloqueado',
  done: 'hecho',
}

export function stepName({ step, channel }: NamedStep): string {
  return channel === null ? stepNames[step] : `${stepNames[step]} (${canales[channel]})`
}

import type { stepNames as english, NamedStep, taskStates as states } from '../en/step-names.ts'
import { canais } from './channel-names.ts'

const stepNames: Readonly<Record<keyof typeof english, string>> = {
  kyc: 'KYC (conheça seu cliente)',
  channel: 'Ativação do canal',
  waba: 'Vinculação do ID da WABA',
  templates: 'Registro de modelos',
  optIn: 'Protocolo de consentimento',
  useCase: 'Definição do caso de uso',
  feasibility: 'Estudo de viabilidade',
  delivery: 'Implementação e entrega',
}

export const taskStates: Readonly<Record<keyof typeof states, string>> = {
  todo: 'a fazer',
  'in-review': 'em revisão',
  blocked: 'bloqueado',
  done: 'feito',
}

export function stepName({ step, channel }: NamedStep): string {
  return channel === null ? stepNames[step] : `${stepNames[step]} (${canais[channel]})`
}

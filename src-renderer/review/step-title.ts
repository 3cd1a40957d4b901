import type { TFunction } from 'i18next'
import type { TaskRecord } from '../../src-shared/document/task.ts'

/** What a step of the checklist is called, with its channel where it has one: "Channel activation, WhatsApp". */
export function stepTitle(t: TFunction, { step, channel }: Pick<TaskRecord, 'step' | 'channel'>): string {
  const name = t(`checklist.step.${step}`)
  if (channel === null) return name
  return t('checklist.ofChannel', { step: name, channel: t(`blocks.condition.channels.${channel}`) })
}

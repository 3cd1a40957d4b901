import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { SimulatedTurn } from '../../src-shared/runtime/simulation.ts'
import { CLOCK_FORMAT } from './clock-format.ts'
import { nameOfBlock } from './name-of-block.ts'

/** What a turn began with, in a few words. The text of a secret is masked, as it is in the events. */
export function turnTitle(
  t: TFunction,
  document: BotDocument,
  { input, at, events }: Pick<SimulatedTurn, 'input' | 'at' | 'events'>,
): string {
  switch (input.type) {
    case 'message': {
      const said = events.find(event => event.type === 'messageReceived')
      const text = said?.type === 'messageReceived' ? said.text : input.text
      if (text !== '') return text
      if (input.location) return t('simulator.part.location')
      return input.files?.[0]?.name ?? t('simulator.emptyMessage')
    }
    case 'agent':
      return input.action === 'close'
        ? t('simulator.timeline.agentCloses')
        : t('simulator.timeline.agentWrites', { text: input.text })
    case 'referral':
      return input.ref === ''
        ? t('simulator.happened.anyReferral')
        : t('simulator.happened.referral', { ref: input.ref })
    case 'proactive':
      return t('simulator.happened.proactive')
    case 'schedule':
      return t('simulator.happened.schedule', { block: nameOfBlock(t, document, input.entry) })
    case 'event':
      return t('simulator.event.received', { name: input.name })
    case 'effect':
      return t('simulator.timeline.result')
    case 'delivery':
      return t('simulator.timeline.delivery')
    case 'time':
      return t('simulator.happened.time', { at, formatParams: { at: CLOCK_FORMAT } })
  }
}

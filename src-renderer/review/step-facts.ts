import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { Step } from '../../src-shared/document/task.ts'
import { integrationsOf } from '../../src-shared/onboarding/integrations.ts'
import { newestIteration } from '../../src-shared/review/threads.ts'

/** What the bot itself tells of a step, which nobody has to write down. */
export function factsOf(t: TFunction, document: BotDocument, step: Step): readonly string[] {
  switch (step) {
    case 'templates': {
      const templates = [...document.all('template')]
      const approved = templates.filter(({ state }) => state === 'approved').length
      return templates.length > 0 ? [t('checklist.registered', { count: templates.length, approved })] : []
    }
    case 'useCase': {
      const newest = newestIteration(document)
      if (!newest) return []
      const { number, state } = newest
      return [t('checklist.iteration', { number, state: t(`review.state.${state}`) })]
    }
    case 'feasibility': {
      const calls = integrationsOf(document)
      const judged = calls.filter(({ study }) => study && study.verdict !== 'unknown').length
      return calls.length > 0 ? [t('checklist.judged', { count: calls.length, judged })] : []
    }
    case 'kyc':
    case 'channel':
    case 'waba':
    case 'optIn':
    case 'delivery':
      return []
  }
}

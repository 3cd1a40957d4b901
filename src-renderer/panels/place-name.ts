import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { RecordId } from '../../src-shared/document/ids.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { stepTitle } from '../review/step-title.ts'

/** What a person calls a place: "Opening hours · Main", "Variable ORDER_TOTAL". */
export function placeName(t: TFunction, document: BotDocument, id: RecordId): string {
  const record = document.get(id)
  switch (record?.type) {
    case 'block':
      return `${blockTitle(t, record)} · ${document.get(record.flow)?.name ?? ''}`
    case 'edge':
      return placeName(t, document, record.from)
    case 'flow':
      return t('problems.place.flow', { name: record.name })
    case 'variable':
      return t('problems.place.variable', { name: record.name })
    case 'keyword':
      return t('problems.place.keyword', { name: record.text })
    case 'intent':
      return t('problems.place.intent', { name: record.name })
    case 'faq':
      return t('problems.place.faq', { name: Object.values(record.questions)[0]?.[0] ?? '' })
    case 'template':
      return t('problems.place.template', { name: record.name })
    case 'auth':
      return t('problems.place.auth', { name: record.name })
    case 'group':
      return t('problems.place.group', { name: record.title })
    case 'note':
      return t('problems.place.note')
    case 'media':
      return t('problems.place.media', { name: record.name })
    case 'testcase':
      return t('problems.place.testcase', { name: record.name })
    case 'iteration':
      return t('problems.place.iteration', { number: record.number })
    case 'comment':
      return t('problems.place.comment')
    case 'task':
      return t('problems.place.task', { name: stepTitle(t, record) })
    case 'study':
      return t('problems.place.study', { name: blockTitle(t, document.get(record.block)) })
    case 'waiver':
    case 'translation':
    case 'bot':
      return t('problems.place.bot')
    case undefined:
      return ''
  }
}

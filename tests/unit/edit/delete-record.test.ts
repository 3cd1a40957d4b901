import { describe, expect, test } from 'vitest'
import { deleteRecord } from '../../../src-shared/blocks/edits/delete-record.ts'
import { usesOfRecord, usesOfRecords } from '../../../src-shared/blocks/edits/uses-of-record.ts'
import { kindNamed } from '../../../src-shared/blocks/kinds.ts'
import { integrityProblems } from '../../../src-shared/document/integrity.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { deleteSelection } from '../../../src-shared/edit/delete-selection.ts'
import { reverseChanges } from '../../../src-shared/edit/edit.ts'
import { authId, blockId, healthyBot, templateId } from '../document/draft-bot.ts'
import { counter, snapshot } from './snapshot.ts'

const BOOK = 'intent_book' as never
const CANCEL = 'intent_cancel' as never
const FAQ = 'faq_hours' as never

/** Blocks that have chosen an intent, a template and an access, beside blocks that have chosen others. */
function chosen() {
  const branch = (id: string, intent: string) => ({ id: `br_${id}`, intent, label: {} })
  const call = kindNamed('apiCall')?.defaults({ locale: 'en', newId: counter() }) as object
  const intent = kindNamed('intent')?.defaults({ locale: 'en', newId: counter() }) as object
  return healthyBot()
    .intent('book', { id: BOOK, name: 'Book', entry: blockId('in') })
    .intent('cancel', { id: CANCEL, name: 'Cancel' })
    .faq('hours', { id: FAQ })
    .template('news')
    .template('other')
    .auth('crm')
    .block('route', 'intent', { ...intent, branches: [branch('a', BOOK), branch('b', CANCEL)] })
    .block('send', 'sendTemplate', { template: templateId('news'), parameters: [] })
    .block('keep', 'sendTemplate', { template: templateId('other'), parameters: [] })
    .block('call', 'apiCall', { ...call, auth: authId('crm') })
    .document()
}

const DELETED = [
  { says: 'an intent', id: BOOK, touches: ['block_route', 'intent_book'] },
  { says: 'a question', id: FAQ, touches: ['faq_hours'] },
  { says: 'a message template', id: templateId('news'), touches: ['block_send', 'tpl_news'] },
  { says: 'an API access', id: authId('crm'), touches: ['auth_crm', 'block_call'] },
] as const

describe.each(DELETED)('deleting $says', ({ id, touches }) => {
  test('empties the fields that had chosen it, and nothing else', () => {
    const document = chosen()
    const changes = deleteRecord(document, id)
    expect(Object.keys(changes).sort()).toEqual(touches)
    expect(applyChanges(document, changes).ok).toBe(true)
    expect(document.get(id)).toBeUndefined()
    expect(usesOfRecord(document, id)).toEqual([])
    expect(integrityProblems(document)).toEqual([])
  })

  test('and its reverse is identity', () => {
    const document = chosen()
    const before = snapshot(document)
    const changes = deleteRecord(document, id)
    applyChanges(document, changes)
    expect(applyChanges(document, reverseChanges(changes)).ok).toBe(true)
    expect(snapshot(document)).toBe(before)
  })
})

describe('uses of a record', () => {
  test('are the fields that have chosen it', () => {
    expect(usesOfRecord(chosen(), CANCEL)).toEqual([
      { record: blockId('route'), path: ['branches', 1, 'intent'] },
    ])
    expect(usesOfRecord(chosen(), authId('crm'))).toEqual([{ record: blockId('call'), path: ['auth'] }])
  })

  test('of all records at once agree with those of each', () => {
    const document = chosen()
    const counts = usesOfRecords(document)
    for (const { id } of document.values())
      expect(counts.get(id) ?? 0, id).toBe(usesOfRecord(document, id).length)
  })
})

describe('deleting a block that an intent enters (NHN-31)', () => {
  test('leaves the intent without an entry, and an undo gives it back', () => {
    const document = chosen()
    const before = snapshot(document)
    const changes = deleteSelection(document, { blocks: [blockId('in')], edges: [] })
    expect(applyChanges(document, changes).ok).toBe(true)
    expect(document.get(BOOK)).toMatchObject({ entry: null })
    expect(integrityProblems(document)).toEqual([])
    expect(applyChanges(document, reverseChanges(changes)).ok).toBe(true)
    expect(snapshot(document)).toBe(before)
  })

  test('is refused when the edit forgets the intent', () => {
    const document = chosen()
    const { [BOOK]: _, ...forgetful } = deleteSelection(document, { blocks: [blockId('in')], edges: [] })
    expect(applyChanges(document, forgetful)).toMatchObject({ ok: false, code: 'document/broken-reference' })
    expect(document.get(blockId('in'))).toBeDefined()
  })
})

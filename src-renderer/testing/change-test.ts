import i18n from 'i18next'
import type { TestcaseId } from '../../src-shared/document/ids.ts'
import { newRecordId } from '../../src-shared/document/ids.ts'
import type { TestcaseRecord } from '../../src-shared/document/testcase.ts'
import { newTestcase } from '../../src-shared/edit/edit-test.ts'
import { newId } from '../state/open-bot.ts'
import { putRecord } from '../state/put-record.ts'
import { showLeft } from '../state/show-left.ts'
import { showPlace } from '../state/show-place.ts'
import { useWorkbench } from '../state/workbench.ts'

export type TestEdit = 'change' | 'addStep' | 'removeStep' | 'moveStep'

/** Changes a test as it is at this moment: fields that are left at once must not undo one another. */
export function changeTest(
  id: TestcaseId,
  change: (test: TestcaseRecord) => TestcaseRecord,
  edit: TestEdit = 'change',
): boolean {
  const test = useWorkbench.getState().editor?.document.get(id)
  if (!test) return false
  return putRecord(change(test), { key: `tests.edit.${edit}`, name: test.name })
}

/** A test to be written by hand: it begins with what begins a conversation with this bot, and is opened. */
export function writeTest(): void {
  const { editor } = useWorkbench.getState()
  if (!editor) return
  const { document } = editor
  const [keyword] = document.all('keyword')
  const names = new Set([...document.all('testcase')].map(({ name }) => name))
  let number = names.size + 1
  while (names.has(i18n.t('tests.newName', { number }))) number += 1
  const test = newTestcase({
    id: newRecordId('testcase', newId),
    name: i18n.t('tests.newName', { number }),
    at: new Date().setUTCHours(12, 0, 0, 0),
    input: { type: 'message', text: keyword?.text ?? i18n.t('tests.hello') },
  })
  if (!putRecord(test, { key: 'tests.edit.add', name: test.name })) return
  showLeft('tests')
  showPlace(test.id)
}

import { beforeEach, expect, test } from 'vitest'
import { forgetUndone, tellOfEdit } from '../../../src-renderer/state/tell-of-edit.ts'
import { useWorkbench } from '../../../src-renderer/state/workbench.ts'
import { Editor } from '../../../src-shared/edit/editor.ts'
import { updateRecord } from '../../../src-shared/edit/update-record.ts'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'
import { healthyBot } from '../document/draft-bot.ts'

const LABEL = { key: 'inspector.edit.bot' }

function open(): Editor {
  const document = healthyBot().document()
  const editor = new Editor({ document, seq: 0, log: [], actor: 'Ana', world: new SeededWorld(1, 0) })
  editor.onEdit = forgetUndone
  useWorkbench.setState({ editor })
  return editor
}

const rename = (editor: Editor, name: string) =>
  editor.commit(updateRecord(editor.document, { ...editor.document.bot, name }), LABEL)
const shown = () => useWorkbench.getState().banner?.message ?? null

beforeEach(() => useWorkbench.setState({ banner: null, editor: null }))

test('what was said of an edit goes when it is undone, not when a later one is', () => {
  const editor = open()
  rename(editor, 'One')
  tellOfEdit('success', 'One it is.')
  rename(editor, 'Two')
  editor.undo()
  expect(shown()).toBe('One it is.')
  editor.undo()
  expect(shown()).toBeNull()
})

test('what was said of something else stays', () => {
  const editor = open()
  rename(editor, 'One')
  useWorkbench.setState({ banner: { tone: 'error', message: 'The disk is full.' } })
  editor.undo()
  expect(shown()).toBe('The disk is full.')
})

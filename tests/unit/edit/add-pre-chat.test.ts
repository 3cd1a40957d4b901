import { expect, test } from 'vitest'
import { addBlock } from '../../../src-shared/blocks/edits/add-block.ts'
import { addPreChat } from '../../../src-shared/blocks/edits/add-pre-chat.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { lint } from '../../../src-shared/lint/lint.ts'
import { healthyBot, MAIN } from '../document/draft-bot.ts'
import { counter } from './snapshot.ts'

test('a pre-chat dialog is whole, and the handover has nothing to complain about (CM-01)', () => {
  const document = healthyBot().document()
  const newId = counter()
  const handover = addBlock(document, { kind: 'handover', flow: MAIN, x: 0, y: 900, locale: 'en' }, newId)
  applyChanges(document, handover.changes)
  const codes = () => lint(document).map(({ code }) => code)
  expect(codes()).toContain('handover/no-pre-chat')
  const before = codes().length
  const changes = addPreChat(
    document,
    { flow: 'Before a person', question: 'What is it about?', locale: 'en' },
    newId,
  )
  expect(applyChanges(document, changes).ok).toBe(true)
  expect(codes()).not.toContain('handover/no-pre-chat')
  expect(codes().length).toBe(before - 1)
})

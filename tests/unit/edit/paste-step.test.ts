import { describe, expect, test } from 'vitest'
import { copyBlocks } from '../../../src-shared/blocks/edits/copy-blocks.ts'
import { pasteStep } from '../../../src-shared/blocks/edits/paste-step.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { integrityProblems } from '../../../src-shared/document/integrity.ts'
import type { EdgeEnd } from '../../../src-shared/document/records.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { blockId, healthyBot, MAIN } from '../document/draft-bot.ts'
import { counter } from './snapshot.ts'

function paste(document: BotDocument, names: readonly string[], after: EdgeEnd | null) {
  const clip = copyBlocks(document, { blocks: names.map(blockId), notes: [] })
  if (!clip) throw new Error('there is nothing to copy')
  const pasted = pasteStep(document, clip, { flow: MAIN, after }, counter())
  if (!pasted.ok) throw new Error(pasted.message)
  expect(applyChanges(document, pasted.value.changes)).toMatchObject({ ok: true })
  expect(integrityProblems(document)).toEqual([])
  return pasted.value.blocks
}

const AFTER_HELLO = { block: blockId('hello'), port: 'next' }

describe('pasting into the script', () => {
  test('a step follows the selected one, and leads on where that led', () => {
    const document = healthyBot().document()
    const [copy] = paste(document, ['hello'], AFTER_HELLO)
    if (!copy) throw new Error('nothing was pasted')
    expect(document.edgeAt(blockId('hello'), 'next')?.to).toBe(copy)
    expect(document.edgeAt(copy, 'next')?.to).toBe(blockId('menu'))
  })

  test('several steps, an entry, and one after nothing stand alone', () => {
    for (const [names, after] of [
      [['hello', 'menu'], AFTER_HELLO],
      [['in'], AFTER_HELLO],
      [['hello'], null],
    ] as const) {
      const document = healthyBot().document()
      const [first] = paste(document, names, after)
      expect(document.edgeAt(blockId('hello'), 'next')?.to).toBe(blockId('menu'))
      expect(first && document.edgesTo(first).length).toBeLessThanOrEqual(1)
    }
  })
})

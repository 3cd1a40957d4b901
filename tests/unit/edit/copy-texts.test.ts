import { expect, test } from 'vitest'
import { copyTexts, missingTexts } from '../../../src-shared/blocks/edits/copy-texts.ts'
import { newBot } from '../../../src-shared/blocks/edits/new-bot.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../../src-shared/document/ids.ts'
import type { BotDocRecord } from '../../../src-shared/document/records.ts'

const LANGUAGES = { from: 'en', to: 'es' }

function botWith(data: unknown): { document: BotDocument; id: BlockId } {
  let next = 0
  const records = newBot({ name: 'Casey', locale: 'en' }, () => `n${next++}`)
  const flow = records.find(({ type }) => type === 'flow')?.id
  const block = { id: 'block_x', type: 'block', flow, kind: 'menu', title: '', x: 0, y: 0, data }
  return { document: BotDocument.of([...records, block as BotDocRecord]), id: 'block_x' as BlockId }
}

test('texts are copied where the other language has none, and only there', () => {
  const { document, id } = botWith({
    prompt: { en: 'How can we help?', es: '' },
    options: [
      { id: 'opt_1', label: { en: 'Book' }, synonyms: { en: ['reserve'] } },
      { id: 'opt_2', label: { en: 'Hours', es: 'Horario' }, synonyms: {} },
    ],
    retry: {},
  })
  const before = document.get(id)
  if (!before) throw new Error('the block is there')
  expect(missingTexts(before, LANGUAGES)).toBe(2)
  const changes = copyTexts(document, id, LANGUAGES)
  expect(changes).toMatchObject({
    ok: true,
    value: {
      block_x: {
        after: {
          data: {
            prompt: { en: 'How can we help?', es: 'How can we help?' },
            options: [
              { label: { en: 'Book', es: 'Book' }, synonyms: { en: ['reserve'] } },
              { label: { es: 'Horario' } },
            ],
          },
        },
      },
    },
  })
})

test('a block that is gone is a fault', () => {
  const { document } = botWith({})
  expect(copyTexts(document, 'block_gone' as BlockId, LANGUAGES)).toMatchObject({ ok: false })
})

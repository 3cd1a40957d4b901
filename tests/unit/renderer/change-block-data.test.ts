import { describe, expect, test } from 'vitest'
import { changeBlockData } from '../../../src-shared/blocks/edits/change-block-data.ts'
import { newBot } from '../../../src-shared/blocks/edits/new-bot.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId, EdgeId } from '../../../src-shared/document/ids.ts'
import { MAX_TEXT_LENGTH } from '../../../src-shared/document/localized.ts'

const MENU = 'block_menu' as BlockId
const EDGES = ['edge_1', 'edge_2'] as EdgeId[]

function documentWithMenu() {
  let number = 0
  const document = BotDocument.of(newBot({ name: 'Casey', locale: 'en' }, () => `n${number++}`))
  const flow = document.bot.mainFlow
  const options = ['opt_1', 'opt_2'].map(id => ({ id, label: { en: id }, synonyms: {} }))
  const data = { prompt: { en: 'Choose' }, options, retry: { en: '' } }
  document.put({ id: MENU, type: 'block', flow, kind: 'menu', title: '', x: 0, y: 0, data })
  options.forEach(({ id: port }, at) => {
    document.put({ id: EDGES[at] as EdgeId, type: 'edge', flow, from: MENU, port, to: MENU })
  })
  return { document, data }
}

describe('changing the data of a block', () => {
  test('drops the edge of a removed option in the same edit', () => {
    const { document, data } = documentWithMenu()
    const changed = changeBlockData(document, MENU, { ...data, options: data.options.slice(1) })
    expect(changed.ok && Object.keys(changed.value).sort()).toEqual([MENU, EDGES[0]].sort())
  })

  test('is no edit when it says what is there', () => {
    const { document, data } = documentWithMenu()
    expect(changeBlockData(document, MENU, structuredClone(data))).toEqual({ ok: true, value: {} })
  })

  test('refuses what the library would refuse: a text of 1 MB, a menu without options', () => {
    const { document, data } = documentWithMenu()
    const long = changeBlockData(document, MENU, { ...data, prompt: { en: 'x'.repeat(1_000_000) } })
    expect(!long.ok && long.message).toContain(String(MAX_TEXT_LENGTH))
    expect(changeBlockData(document, MENU, { ...data, options: [] }).ok).toBe(false)
  })
})

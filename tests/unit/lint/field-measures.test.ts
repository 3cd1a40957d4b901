import { expect, test } from 'vitest'
import { newBot } from '../../../src-shared/blocks/edits/new-bot.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockRecord } from '../../../src-shared/document/records.ts'
import { botWideOf } from '../../../src-shared/lint/bot-wide.ts'
import { fieldMeasures, tightest } from '../../../src-shared/lint/field-measures.ts'

function measuresOf(channels: readonly string[], text: string) {
  let next = 0
  const records = newBot({ name: 'Casey', locale: 'en' }, () => `n${next++}`)
  const document = BotDocument.of(
    records.map(record =>
      record.type === 'bot' ? { ...record, settings: { channels } } : record,
    ) as typeof records,
  )
  const flow = [...document.all('flow')][0]
  const block = {
    id: 'block_x',
    type: 'block',
    flow: flow?.id,
    kind: 'message',
    title: '',
    x: 0,
    y: 0,
    data: { text: { en: text } },
  } as unknown as BlockRecord
  return fieldMeasures(document, block, { locale: 'en', wide: botWideOf(document) })
}

test('the tightest channel is named, with the longest value of a variable', () => {
  const best = tightest(measuresOf(['whatsapp', 'sms', 'instagram'], `${'a'.repeat(900)} {{NOME_CLIENTE}}`))
  expect(best).toMatchObject({
    channelName: 'Instagram',
    value: 965,
    max: 1000,
    path: ['text', 'en'],
    problem: null,
  })
})

test('what is over a limit says why', () => {
  expect(tightest(measuresOf(['sms'], 'a'.repeat(1601)))?.problem).toBe(
    'SMS: the text of a message has 1601 characters; at most 1600 fit.',
  )
})

test('a bot without channels has no limits', () => {
  expect(measuresOf([], 'Hello')).toEqual([])
})

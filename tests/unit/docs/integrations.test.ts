import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBotEvent } from '../../../src-shared/integrations/bot-event.ts'
import { PAYLOAD_SCHEMAS } from '../../../src-shared/integrations/payloads.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/integrations.md'), 'utf8')

test('the page shows payloads as they are, and names every member', () => {
  const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => JSON.parse(text))
  expect(PAYLOAD_SCHEMAS.message.safeParse(examples[0]).success).toBe(true)
  expect(readBotEvent(examples[1]).ok).toBe(true)
  const { message, postback } = PAYLOAD_SCHEMAS
  for (const name of [
    ...Object.keys(message.shape),
    ...Object.keys(postback.shape),
    'DeliveryStatus',
    'Description',
  ])
    expect(page).toContain(`| \`${name}\` |`)
})

import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  deliveryPayload,
  messagePayload,
  PAYLOAD_SCHEMAS,
  postbackPayload,
} from '../../../src-shared/integrations/payloads.ts'
import { readTimestamp, writeTimestamp } from '../../../src-shared/integrations/timestamp.ts'

const AT = Date.UTC(2026, 2, 1, 13, 5, 9, 127)
const about = { conversation: 'c-1', type: 'BOT', channel: 'messenger', at: AT } as const
const common = {
  Conversationid: 'c-1',
  ConversationType: 'BOT',
  Channel: 'FB',
  Timestamp: '2026-03-01 13:05:09.12',
}

describe('what goes out, letter by letter (D-17)', () => {
  test('a message; a text has no media (IMI-19)', () => {
    const told = { id: 'm-1', text: 'Hello', kind: 'text', media: '', event: 'message' } as const
    expect(messagePayload(about, told)).toEqual({
      ...common,
      Message: 'Hello',
      MessageType: 'text',
      Messageid: 'm-1',
      Media: '',
      Event: 'Incoming message',
      Version: '1',
    })
  })

  test('a tapped button (IMI-20)', () => {
    const payload = postbackPayload(about, 'P')
    expect(payload).toEqual({ ...common, PostbackPayload: 'P', Event: 'FB POSTBACK', Version: '1' })
    expect(postbackPayload({ ...about, channel: 'whatsapp' }, 'P').Event).toBe('WHATSAPP POSTBACK')
  })

  test('what became of a message; why only where it failed (IMI-21)', () => {
    const report = (status: 'delivered' | 'read' | 'failed') =>
      deliveryPayload(about, { id: 'm-1', status, description: 'blocked' })
    const delivery = { ...common, Messageid: 'm-1', Event: 'Message delivery', Version: '1' }
    expect(report('delivered')).toEqual({ ...delivery, DeliveryStatus: 'Delivered' })
    expect(report('read')).toEqual({ ...delivery, DeliveryStatus: 'Read' })
    expect(report('failed')).toEqual({ ...delivery, DeliveryStatus: 'Failed', Description: 'blocked' })
  })

  test('the schemas take these and nothing else, and have a form in JSON', () => {
    const { message, postback, delivery } = PAYLOAD_SCHEMAS
    const told = { id: 'm', text: '', kind: 'image', media: 'https://example.org/a', event: 'agent' } as const
    const good = [
      [message, messagePayload({ ...about, type: 'CCSP' }, told)],
      [postback, postbackPayload(about, '')],
      [delivery, deliveryPayload(about, { id: 'm', status: 'failed', description: '' })],
    ] as const
    for (const [schema, payload] of good) {
      expect(schema.safeParse(payload).success).toBe(true)
      expect(schema.safeParse({ ...payload, Other: 1 }).success).toBe(false)
      expect(schema.safeParse({ ...payload, ConversationType: 'bot' }).success).toBe(false)
    }
    const read = deliveryPayload(about, { id: 'm', status: 'read', description: '' })
    expect(delivery.safeParse({ ...read, Description: 'why' }).success).toBe(false)
    for (const schema of Object.values(PAYLOAD_SCHEMAS))
      expect(z.toJSONSchema(schema)).toHaveProperty('$schema')
  })
})

describe('timestamps (IMI-25, D-18)', () => {
  test('are written with two digits, in GMT and 24 hours', () => {
    expect(writeTimestamp(AT)).toBe('2026-03-01 13:05:09.12')
    expect(writeTimestamp(Date.UTC(2026, 11, 31, 23, 59, 59, 5))).toBe('2026-12-31 23:59:59.00')
  })

  test('are read with up to three digits; other zones and days that are none are refused', () => {
    expect(
      ['', '.', '.1', '.12', '.127', '.127 GMT', '.127Z'].map(end =>
        readTimestamp(`2026-03-01 13:05:09${end}`),
      ),
    ).toEqual([0, 0, 100, 120, 127, 127, 127].map(ms => AT - 127 + ms))
    for (const wrong of [
      '2026-03-01 13:05:09.1279',
      '2026-03-01 13:05:09 +02:00',
      '2026-03-01 13:05:09 CET',
      '2026-03-01T13:05:09Z',
      '2026-02-30 13:05:09',
      '2026-03-01 24:00:00',
      '2026-03-01 1:05:09',
      '',
    ])
      expect([wrong, readTimestamp(wrong)]).toEqual([wrong, null])
  })
})

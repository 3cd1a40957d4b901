import { describe, expect, test } from 'vitest'
import { readBotEvent } from '../../../src-shared/integrations/bot-event.ts'

const message = {
  eventid: '1001',
  conversation_id: 'c-1',
  message: 'Hello',
  Messagetype: 'text',
  Timestamp: '2026-03-01 13:05:09.12',
  customparam1: 'vip',
}

function pointersOf(body: unknown): readonly (string | undefined)[] {
  const read = readBotEvent(body)
  return read.ok ? [] : (read.problems ?? []).map(({ pointer }) => pointer)
}

describe('what a bot elsewhere tells (IMI-22, IMI-23, D-16, D-17)', () => {
  test('a message with its parameters, however its keys are spelt', () => {
    const read = {
      ok: true,
      value: {
        conversation: 'c-1',
        id: null,
        event: { type: 'message', text: 'Hello', kind: 'text', media: '', params: { customparam1: 'vip' } },
      },
    }
    expect(readBotEvent(message)).toEqual(read)
    const { conversation_id, Messagetype, ...rest } = message
    expect(readBotEvent({ ...rest, Conversationid: conversation_id, message_type: Messagetype })).toEqual(
      read,
    )
    expect(readBotEvent({ ...message, EventId: 1001, eventid: undefined })).toMatchObject({ ok: false })
  })

  test('events by number, word or name', () => {
    const typeOf = (given: object) => {
      const read = readBotEvent({ conversation_id: 'c-1', ...given })
      return read.ok ? read.value.event.type : read.message
    }
    for (const given of [
      { eventid: 1002 },
      { eventid: '1002' },
      { eventid: 'HANDOVER' },
      { event: 'Handover' },
      { event_type: 'handover' },
    ])
      expect([given, typeOf(given)]).toEqual([given, 'handover'])
    expect(typeOf({ eventid: 1003 })).toBe('close')
    expect(typeOf({ event: 'Close conversation' })).toBe('close')
    expect(typeOf({ event: 'BOT message', message: 'x' })).toBe('message')
    expect(typeOf({ eventid: 'toString' })).toContain('eventid')
  })

  test('a handover needs no message; files come by address', () => {
    expect(readBotEvent({ eventid: '1002', conversation_id: 'c-1', message: 'anything' })).toMatchObject({
      ok: true,
      value: { event: { type: 'handover', params: {} } },
    })
    const media = 'https://example.org/a.png'
    expect(
      readBotEvent({ ...message, message: '', Messagetype: 'IMAGE', media, messageid: 7 }),
    ).toMatchObject({
      value: { id: '7', event: { kind: 'image', media } },
    })
  })

  test('all that is wrong is said at once', () => {
    expect(pointersOf({})).toEqual(['eventid', 'conversation_id'])
    expect(pointersOf({ ...message, eventid: 9, conversation_id: 'a b', Timestamp: 'noon' })).toEqual([
      'eventid',
      'conversation_id',
      'Timestamp',
    ])
    expect(pointersOf({ ...message, message: 7, Messagetype: 'song' })).toEqual(['Messagetype', 'message'])
    expect(pointersOf({ ...message, message: '' })).toEqual(['message'])
    expect(pointersOf({ ...message, media: 'http://example.org' })).toEqual(['media'])
    expect(pointersOf({ ...message, Conversation_Id: 'c-2' })).toEqual(['Conversation_Id'])
    for (const body of [null, [], 'x', 7]) expect(readBotEvent(body).ok).toBe(false)
  })

  test('as many parameters, and as long, as promised', () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`customparam${index + 1}`, index]))
    const read = readBotEvent({ ...message, ...many(50) })
    expect(read.ok && Object.keys(read.value.event.params)).toHaveLength(50)
    expect(pointersOf({ ...message, ...many(51) })).toEqual(['customparam'])
    expect(pointersOf({ ...message, customparam2: 'é'.repeat(512) })).toEqual([])
    expect(pointersOf({ ...message, customparam2: 'é'.repeat(513) })).toEqual(['customparam2'])
    expect(pointersOf({ ...message, customparam2: {} })).toEqual(['customparam2'])
  })
})

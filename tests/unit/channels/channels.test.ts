import { describe, expect, test } from 'vitest'
import { CAPABILITIES, optionPageSize } from '../../../src-shared/channels/capabilities.ts'
import { CHANNELS, type Channel } from '../../../src-shared/channels/channel.ts'
import { LIMITS, type LimitName } from '../../../src-shared/channels/limits.ts'
import { measureMessage, problemsOf, renderMessage } from '../../../src-shared/channels/render.ts'
import { smsSegments } from '../../../src-shared/channels/sms-segments.ts'
import { CHANNELS as SETTINGS_CHANNELS } from '../../../src-shared/document/settings.ts'
import type { Message } from '../../../src-shared/message/message.ts'

const options = (count: number, label = 'Label') =>
  Array.from({ length: count }, (_, index) => ({
    id: `opt_${index}`,
    label: index === 0 ? label : `L${index}`,
  }))
const link = (label: string) => [{ kind: 'link', label, target: 'https://example.com' }] as const

/** For each bound: the message that just fits, by a length or a number. */
const AT: Partial<Record<LimitName, (size: number) => Message>> = {
  'whatsapp/text': size => ({ text: 'a'.repeat(size) }),
  'whatsapp/list-body': size => ({ text: 'a'.repeat(size), options: options(4) }),
  'whatsapp/list-body-safe': size => ({ text: 'a'.repeat(size), options: options(4) }),
  'whatsapp/row-label': size => ({ text: 'a', options: options(4, 'b'.repeat(size)) }),
  'whatsapp/row-description': size => ({
    text: 'a',
    options: [{ id: 'a', label: 'A', description: 'd'.repeat(size) }],
  }),
  'whatsapp/list-title': size => ({ text: 'a', listTitle: 'b'.repeat(size), options: options(4) }),
  'whatsapp/header': size => ({ header: 'h'.repeat(size), text: 'a', options: options(2) }),
  'whatsapp/footer': size => ({ footer: 'f'.repeat(size), text: 'a', options: options(2) }),
  'whatsapp/link-label': size => ({ text: 'a', buttons: link('b'.repeat(size)) }),
  'whatsapp/link-body': size => ({ text: 'a'.repeat(size), buttons: link('b') }),
  'whatsapp/location-body': size => ({ text: 'a'.repeat(size), asks: 'location' }),
  'messenger/text': size => ({ text: 'a'.repeat(size) }),
  'messenger/quick-reply-label': size => ({ text: 'a', options: options(2, 'b'.repeat(size)) }),
  'messenger/button-body': size => ({ text: 'a'.repeat(size), buttons: link('b') }),
  'messenger/button-label': size => ({ text: 'a', buttons: link('b'.repeat(size)) }),
  'messenger/card-title': size => ({ text: '', cards: [{ title: 'a'.repeat(size), subtitle: 'b' }] }),
  'messenger/cards': size => ({
    text: '',
    cards: Array.from({ length: size }, () => ({ title: 'a', subtitle: 'b' })),
  }),
  'instagram/text': size => ({ text: 'é'.repeat(Math.floor(size / 2)) + 'a'.repeat(size % 2) }),
  'instagram/card-subtitle': size => ({ text: '', cards: [{ title: 'a', subtitle: 'b'.repeat(size) }] }),
  'sms/text': size => ({ text: 'a'.repeat(size) }),
}

describe('limits', () => {
  test.each(Object.entries(AT))('%s: the largest that fits, and one more', (name, at) => {
    const limit = name as LimitName
    const channel = limit.split('/')[0] as Channel
    const codes = (size: number) => problemsOf(channel, at(size)).map(({ code }) => code)
    expect(codes(LIMITS[limit].max)).not.toContain(limit)
    expect(codes(LIMITS[limit].max + 1)).toContain(limit)
  })

  test('each has a source and a date', () => {
    for (const { source, checkedOn, max } of Object.values(LIMITS)) {
      expect(source).toMatch(/^https:\/\//)
      expect(checkedOn).toMatch(/^202[5-9]-\d\d-\d\d$/)
      expect(max).toBeGreaterThan(0)
    }
  })

  test('a problem names limit, value, unit and place', () => {
    const [problem] = problemsOf('instagram', { text: 'é'.repeat(501) })
    expect(problem).toMatchObject({
      severity: 'error',
      code: 'instagram/text',
      place: ['text'],
      measure: { value: 1002, max: 1000, unit: 'bytes' },
      message:
        'Instagram: the text of a message has 1002 bytes (it reads as 501 characters); at most 1000 fit.',
    })
  })

  test('what fits is measured too, for counters', () => {
    const message = { text: 'Which?', options: options(2) }
    expect(measureMessage('whatsapp', message)).toContainEqual({
      limit: 'whatsapp/button-label',
      place: ['options', 0, 'label'],
      value: 5,
      max: 20,
      unit: 'characters',
    })
  })
})

describe('menus on WhatsApp (NHN-06)', () => {
  const typeOf = (message: Message) => {
    const [payload] = renderMessage('whatsapp', message, { locale: 'en' }).payloads
    return payload?.type === 'interactive' ? payload.interactive.type : payload?.type
  }

  test.each([
    [1, 'button'],
    [3, 'button'],
    [4, 'list'],
    [10, 'list'],
    [11, 'text'],
  ])('%i options', (count, type) => expect(typeOf({ text: 'a', options: options(count) })).toBe(type))

  test.each([
    [20, 'button'],
    [21, 'list'],
    [24, 'list'],
    [25, 'text'],
  ])('a label of %i', (length, type) =>
    expect(typeOf({ text: 'a', options: options(2, 'b'.repeat(length)) })).toBe(type),
  )
})

describe('channels', () => {
  test('are those a bot can be meant for', () =>
    expect([...CHANNELS].sort()).toEqual([...SETTINGS_CHANNELS].sort()))

  test('page sizes for menus', () => {
    const sizes = Object.fromEntries(CHANNELS.map(channel => [channel, optionPageSize(channel)]))
    const all = Number.POSITIVE_INFINITY
    expect(sizes).toEqual({ web: all, whatsapp: 10, messenger: 13, instagram: 13, sms: all })
  })

  test.each(CHANNELS)('%s renders what its capabilities say', channel => {
    const can = CAPABILITIES[channel]
    const codes = (message: Message) =>
      renderMessage(channel, message, { locale: 'en' }).degraded.map(({ code }) => code)
    const places = { text: 'a', location: { latitude: 1, longitude: 2 } }
    expect(codes(places).includes('location-as-link')).toBe(!can.location)
    expect(codes({ text: 'a', asks: 'location' }).includes('location-asked-in-text')).toBe(
      !can.asksForLocation,
    )
    expect(codes({ text: 'a', asks: 'file' }).includes('file-asked-in-text')).toBe(!can.asksForFile)
    expect(codes({ text: '*a*' }).includes('formatting-lost')).toBe(!can.formatting)
    const cards = [{ title: 'a', subtitle: 'b' }]
    expect(codes({ text: 'a', cards }).includes('cards-in-text')).toBe(can.cards === 0)
    const isTapped = !codes({ text: 'a', options: options(3) }).includes('options-numbered')
    expect(isTapped).toBe(can.replyButtons + can.list + can.quickReplies > 0)
    for (const kind of ['image', 'video', 'audio', 'document', 'stream'] as const) {
      const shown = codes({ text: 'a', media: { kind, url: 'https://example.com/f' } })
      expect(shown.some(code => code.endsWith('-as-link'))).toBe(!can.media.includes(kind))
    }
  })
})

describe('SMS segments', () => {
  test.each([
    ['', 'GSM-7', 0, 0],
    ['a'.repeat(160), 'GSM-7', 160, 1],
    ['a'.repeat(161), 'GSM-7', 161, 2],
    ['a'.repeat(306), 'GSM-7', 306, 2],
    ['a'.repeat(307), 'GSM-7', 307, 3],
    ['€'.repeat(80), 'GSM-7', 160, 1],
    [`${'a'.repeat(152)}€aaaaaaaa`, 'GSM-7', 162, 2],
    ['ç'.repeat(70), 'UCS-2', 70, 1],
    ['ã'.repeat(71), 'UCS-2', 71, 2],
    [`${'ã'.repeat(66)}😀${'ã'.repeat(66)}`, 'UCS-2', 134, 3],
  ])('%#', (text, encoding, units, segments) =>
    expect(smsSegments(text)).toEqual({ encoding, units, segments }),
  )
})

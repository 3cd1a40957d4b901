import { describe, expect, test } from 'vitest'
import {
  buttonHtml,
  contactCard,
  phoneOf,
  shareLink,
  widgetLine,
} from '../../../src-shared/publish/channel-share.ts'

describe('how people come to a channel (NHN-42 to NHN-47, NHN-51)', () => {
  test('the address of NHN-42 for WhatsApp, with what is special in addresses', () => {
    const channel = { kind: 'whatsapp', link: 'https://wa.me/919108499376' } as const
    expect(shareLink(channel, 'Hi')).toBe('https://wa.me/919108499376?text=Hi')
    expect(shareLink(channel, ' #join & go ')).toBe('https://wa.me/919108499376?text=%23join%20%26%20go')
    expect(shareLink(channel, '  ')).toBe('https://wa.me/919108499376')
  })
  test('a reference for Messenger and Instagram, the page itself for websites, nothing for systems', () => {
    expect(shareLink({ kind: 'messenger', link: 'https://m.me/casa' }, 'spring')).toBe(
      'https://m.me/casa?ref=spring',
    )
    expect(shareLink({ kind: 'instagram', link: 'https://ig.me/m/casa' }, 'spring')).toBe(
      'https://ig.me/m/casa?ref=spring',
    )
    expect(shareLink({ kind: 'web', link: 'https://e.example/chat/bot_a' }, 'Hi')).toBe(
      'https://e.example/chat/bot_a',
    )
    expect(shareLink({ kind: 'webhook', link: null }, 'Hi')).toBeNull()
  })
  test('a number is one of E.164, or none', () => {
    expect(phoneOf({ kind: 'whatsapp', handle: '+91 91084 99376' })).toBe('+919108499376')
    expect(phoneOf({ kind: 'whatsapp', handle: '12345' })).toBeNull()
    expect(phoneOf({ kind: 'messenger', handle: '+91 91084 99376' })).toBeNull()
  })
  test('the line for websites and the button hold no way out of their quotes', () => {
    const line = widgetLine('https://e.example:8443/chat/bot_a', { bot: 'bot_a', label: '"><b>' })
    expect(line).toBe(
      '<script src="https://e.example:8443/widget.js" data-bot="bot_a" data-label="&quot;&gt;&lt;b&gt;" async></script>',
    )
    const button = buttonHtml('https://wa.me/1?text="a"&b', { label: '<Chat>', colour: '#ffffff' })
    expect(button).toContain('href="https://wa.me/1?text=&quot;a&quot;&amp;b"')
    expect(button).toContain('>&lt;Chat&gt;</a>')
    expect(button).toContain('background:#ffffff;color:#000000')
    expect(buttonHtml('https://a.example', { label: 'x', colour: 'red;}' })).toContain('background:#17703a')
  })
  test('a contact card: lines end as they must, none is longer than 75 bytes, signs are escaped', () => {
    const name = `Ação; Büro, 日本 ${'é'.repeat(80)}`
    const card = contactCard({ name, phone: '+919108499376', url: 'https://wa.me/919108499376?text=Hi' })
    const lines = card.split('\r\n')
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCARD', 'VERSION:3.0'])
    expect(lines.every(line => new TextEncoder().encode(line).length <= 75)).toBe(true)
    const whole = card.replaceAll('\r\n ', '')
    expect(whole).toContain(`FN:Ação\\; Büro\\, 日本 ${'é'.repeat(80)}\r\n`)
    expect(whole).toContain('TEL;TYPE=CELL:+919108499376\r\n')
    expect(whole.endsWith('END:VCARD\r\n')).toBe(true)
  })
})

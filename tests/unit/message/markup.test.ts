import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countText } from '../../../src-shared/message/count-text.ts'
import { escapeMarkup, isLinkAddress, parseMarkup } from '../../../src-shared/message/markup.ts'
import { markupToHtml } from '../../../src-shared/message/markup-to-html.ts'
import { markupToPlain } from '../../../src-shared/message/markup-to-plain.ts'
import { markupToWhatsapp } from '../../../src-shared/message/markup-to-whatsapp.ts'
import { cpuMsOf } from '../../cpu-time.ts'

const SEEDS = [1, 20260801, 777] as const
const html = (source: string) => markupToHtml(parseMarkup(source))
const plain = (source: string) => markupToPlain(parseMarkup(source))
const whatsapp = (source: string) => markupToWhatsapp(parseMarkup(source))
const link = (url: string, text = url) =>
  `<a href="${url}" target="_blank" rel="noopener noreferrer nofollow">${text}</a>`

describe('one neutral markup (NHN-23)', () => {
  test.each([
    ['Hello', 'Hello'],
    ['', ''],
    [
      '*bold* _italic_ ~strike~ `code`',
      '<strong>bold</strong> <em>italic</em> <s>strike</s> <code>code</code>',
    ],
    ['*bold _and italic_*', '<strong>bold <em>and italic</em></strong>'],
    ['(*bold*), yes', '(<strong>bold</strong>), yes'],
    ['2 * 3 * 4 and a_b_c', '2 * 3 * 4 and a_b_c'],
    ['* not closed', '* not closed'],
    ['*not closed', '*not closed'],
    ['*one\ntwo*', '*one<br>two*'],
    ['*a _b* c_', '<strong>a _b</strong> c_'],
    ['**', '**'],
    ['\\*stars\\* and \\\\', '*stars* and \\'],
    ['C:\\new', 'C:\\new'],
    ['`*not bold*`', '<code>*not bold*</code>'],
    ['```a\n  b```', '<pre><code>a\n  b</code></pre>'],
    ['`open\nline`', '`open<br>line`'],
    ['[our page](https://example.com/a_b_c)', link('https://example.com/a_b_c', 'our page')],
    ['[*our* page](https://example.com)', link('https://example.com', '<strong>our</strong> page')],
    ['[wiki](https://example.com/a_(b))', link('https://example.com/a_(b)', 'wiki')],
    ['[call](tel:+5511999999999)', link('tel:+5511999999999', 'call')],
    ['see https://example.com/a_b_c.', `see ${link('https://example.com/a_b_c')}.`],
    ['(https://example.com/a)', `(${link('https://example.com/a')})`],
    ['*https://example.com/*', `<strong>${link('https://example.com/')}</strong>`],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['[x](https://example.com/"onclick=1)', `[x](${link('https://example.com/')}&quot;onclick=1)`],
    ['<b onmouseover="x">&', '&lt;b onmouseover=&quot;x&quot;&gt;&amp;'],
    ['*é* *日本*', '<strong>é</strong> <strong>日本</strong>'],
  ])('%j', (source, expected) => expect(html(source)).toBe(expected))

  test('words alone, a link followed by its address', () => {
    expect(plain('*Hi* [our page](https://example.com) and https://example.com')).toBe(
      'Hi our page (https://example.com) and https://example.com',
    )
  })

  test('WhatsApp gets its own marks', () => {
    expect(whatsapp('*b* _i_ ~s~ `c` [p](https://example.com)')).toBe(
      '*b* _i_ ~s~ ```c``` p (https://example.com)',
    )
  })

  test('a `*` a customer typed does not format on WhatsApp (NHN-23 E)', () => {
    expect(whatsapp(`Hello ${escapeMarkup('*boss*')}`)).toBe('Hello \u200B*\u200Bboss\u200B*\u200B')
    expect(whatsapp(`*Hello* ${escapeMarkup('5*')}`)).toBe('*Hello* 5\u200B*\u200B')
    expect(whatsapp(escapeMarkup('a_b_c 5* 2 * 3'))).toBe('a_b_c 5* 2 * 3')
  })

  test('addresses that run code are no links', () => {
    const refused = [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://',
      'http://a b',
      'JAVASCRIPT:x',
      '//x.y',
    ]
    expect(refused.filter(isLinkAddress)).toEqual([])
  })

  test('hostile texts are read in linear time', () => {
    const hostile = ['*a ', '[', '[a](', '`', '_*~', 'https://', '\\', '*_', '```', '[a](https://x(']
    const ms = cpuMsOf(() => {
      for (const part of hostile) expect(plain(part.repeat(20_000 / part.length)).length).toBeGreaterThan(0)
    })
    expect(ms).toBeLessThan(2000)
  })
})

describe.each(SEEDS)('laws of the markup, seed %i', seed => {
  const marks = fc.constantFrom(
    '*',
    '_',
    '~',
    '`',
    '[',
    ']',
    '(',
    ')',
    '\\',
    ' ',
    '\n',
    'a',
    'é',
    '😀',
    'https://x.y/',
    '<',
    '"',
  )
  const texts = fc.oneof(
    fc.array(marks, { maxLength: 40 }).map(parts => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
  const check = (law: (text: string) => void) =>
    fc.assert(
      fc.property(texts, text => void law(text)),
      { seed, numRuns: 500 },
    )

  test('an escaped value is shown as it is', () =>
    check(text => {
      expect(plain(escapeMarkup(text))).toBe(text)
      expect(whatsapp(escapeMarkup(text)).replaceAll('\u200B', '')).toBe(text.replaceAll('\u200B', ''))
    }))

  test('an escaped value formats nothing', () =>
    check(text =>
      expect(JSON.stringify(parseMarkup(escapeMarkup(text)))).not.toMatch(
        /"kind":"(bold|italic|strike|code)"/,
      ),
    ))

  test('HTML holds only the tags of the tree', () =>
    check(text => {
      const rest = html(text).replace(
        /<\/?(?:strong|em|s|code|pre)>|<br>|<\/a>|<a href="(?:https?:\/\/|mailto:|tel:)[^"<>]*" target="_blank" rel="noopener noreferrer nofollow">/gi,
        '',
      )
      expect(rest).not.toMatch(/[<>"]/)
    }))
})

describe('counting', () => {
  test.each([
    ['abc', 3, 3, 3, 3],
    ['é', 1, 1, 1, 2],
    ['👨‍👩‍👧‍👦', 11, 1, 7, 25],
    ['नमस्ते', 6, 3, 6, 18],
    ['a\r\nb', 4, 3, 4, 4],
    ['\uD800', 1, 1, 1, 3],
  ])('%j', (text, characters, graphemes, codePoints, bytes) => {
    const units = ['characters', 'graphemes', 'codePoints', 'bytes'] as const
    expect(units.map(unit => countText(text, unit))).toEqual([characters, graphemes, codePoints, bytes])
  })

  test('bytes are those of UTF-8', () => {
    const same = (text: string) =>
      expect(countText(text, 'bytes')).toBe(new TextEncoder().encode(text).length)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => void same(text)),
      { seed: 1 },
    )
  })
})

import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { parseDocumentText } from '../../../src-shared/blocks/parse-document.ts'
import { documentText } from '../../../src-shared/publish/document-text.ts'
import { packBot, readBotFile, unpackBot } from '../../../src-shared/publish/package.ts'
import { handMadeZip } from './hand-made-zip.ts'

const text = readFileSync('assets/samples/casey.json', 'utf8')
const utf8 = (content: string) => new Uint8Array(Buffer.from(content, 'utf8'))
const bot = utf8(text)

function casey() {
  const parsed = parseDocumentText(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}

function refusal(bytes: Uint8Array) {
  const result = unpackBot(bytes)
  return result.ok ? 'accepted' : `${result.code}: ${result.message}`
}

describe('packing', () => {
  test('a bot comes back as it was, from the package and from its JSON', () => {
    for (const bytes of [packBot(casey()), bot, utf8(`\uFEFF${text}`)]) {
      const back = readBotFile(bytes)
      expect(back.ok && documentText(back.value)).toBe(text)
    }
  })

  test('the same bot gives the same bytes, whatever the order of its records and keys, the clock and the zone', () => {
    const first = packBot(casey())
    const document = JSON.parse(text) as { records: object[] }
    const turned = document.records
      .reverse()
      .map(record => Object.fromEntries(Object.entries(record).reverse()))
    const zone = process.env.TZ
    process.env.TZ = 'Pacific/Kiritimati'
    const other = readBotFile(utf8(JSON.stringify({ ...document, records: turned })))
    const second = other.ok ? packBot(other.value) : null
    process.env.TZ = zone ?? 'UTC'
    expect(second && Buffer.from(second).equals(first)).toBe(true)
  })

  test('a package is a plain zip that says what it is', () => {
    const files = unzipSync(packBot(casey()))
    expect(Object.keys(files)).toEqual(['parley.json', 'bot.json'])
    expect(JSON.parse(strFromU8(files['parley.json'] ?? new Uint8Array()))).toEqual({
      format: 'parley-package',
      version: 1,
    })
    expect(strFromU8(files['bot.json'] ?? new Uint8Array())).toBe(text)
  })

  test('one that somebody zipped by hand is read too, stored or compressed, with folders, media and a comment', () => {
    const folder = { name: 'media/', bytes: utf8(''), stored: true }
    const image = { name: 'media/logo.png', bytes: new Uint8Array(5000).fill(7) }
    const zip = handMadeZip([folder, image, { name: 'bot.json', bytes: bot, stored: true }], 'made at home')
    expect(readBotFile(zip)).toMatchObject({ ok: true })
    expect(readBotFile(zipSync({ 'bot.json': bot }))).toMatchObject({ ok: true })
  })
})

describe('refusing', () => {
  test.each([
    ['text', utf8('hello'), 'package/unreadable: '],
    ['nothing', new Uint8Array(), 'package/unreadable: '],
    ['only the letters PK', utf8('PK'), 'package/corrupt: '],
    [
      'an empty zip',
      handMadeZip([]),
      'package/unreadable: This file is not a Parley package. It holds no bot.json.',
    ],
    ['a zip of something else', zipSync({ 'letter.txt': utf8('Dear all') }), 'package/unreadable: '],
    ['an encrypted file', handMadeZip([{ name: 'bot.json', bytes: bot, flags: 1 }]), 'package/unreadable: '],
    [
      'an unknown compression',
      handMadeZip([{ name: 'bot.json', bytes: bot, method: 14 }]),
      'package/unreadable: ',
    ],
    ['a wrong checksum', handMadeZip([{ name: 'bot.json', bytes: bot, crc: 1 }]), 'package/corrupt: '],
    [
      'data that are not deflate',
      handMadeZip([{ name: 'bot.json', bytes: new Uint8Array(90).fill(255), stored: true, method: 8 }]),
      'package/corrupt: ',
    ],
    [
      'the same file twice',
      handMadeZip([
        { name: 'bot.json', bytes: bot },
        { name: 'bot.json', bytes: bot },
      ]),
      'package/corrupt: ',
    ],
    ['a document that is not JSON', zipSync({ 'bot.json': utf8('{"parley": 1,') }), 'document/invalid: '],
    [
      'a foreign marker',
      zipSync({ 'bot.json': bot, 'parley.json': utf8('{"format":"epub"}') }),
      'package/unreadable: ',
    ],
  ])('%s', (_, bytes, reason) => {
    expect(refusal(bytes).slice(0, reason.length)).toBe(reason)
  })

  test.each([
    '../evil.json',
    '/etc/passwd',
    'media/../../evil',
    'media\\..\\evil',
    'C:/evil',
    'c:evil',
    './bot.json',
    'nul\0.json',
  ])('a path outside the package: %j', name => {
    const refused = refusal(
      handMadeZip([
        { name: 'bot.json', bytes: bot },
        { name, bytes: utf8('x') },
      ]),
    )
    expect(refused).toContain('package/unsafe-path')
    expect(refused).toContain(name)
  })

  test('a package cut off anywhere, or with any byte changed, never passes for another bot', () => {
    const whole = packBot(casey())
    for (let at = 0; at < whole.length; at += 211) {
      expect(refusal(whole.slice(0, at))).toMatch(/^package\/(corrupt|unreadable): /)
      const changed = whole.slice()
      changed[at] = (changed[at] ?? 0) ^ 0x55
      const read = unpackBot(changed)
      expect(!read.ok || documentText(read.value.document) === text).toBe(true)
    }
  })

  test('a zip bomb, whatever size it declares, is stopped at the limit', () => {
    const zeros = new Uint8Array(8_000_000)
    const bomb = handMadeZip([
      { name: 'bot.json', bytes: bot },
      { name: 'media/a', bytes: zeros, declaredSize: 10 },
      { name: 'media/b', bytes: zeros },
    ])
    expect(unpackBot(bomb)).toMatchObject({ ok: true })
    expect(unpackBot(bomb, { document: 1_000_000, unpacked: 10_000_000, files: 10 })).toMatchObject({
      ok: false,
      code: 'package/too-large',
    })
    expect(unpackBot(bomb, { document: 10_000, unpacked: 20_000_000, files: 10 })).toMatchObject({
      ok: false,
      code: 'package/too-large',
    })
    expect(unpackBot(bomb, { document: 1_000_000, unpacked: 20_000_000, files: 2 })).toMatchObject({
      ok: false,
      code: 'package/too-large',
    })
  })

  test('what a bomb would become is never held: 260 MB out of 260 kB cost a few', () => {
    const bomb = handMadeZip([
      { name: 'media/bomb', bytes: new Uint8Array(260_000_000), declaredSize: 100, crc: 0 },
    ])
    const before = process.memoryUsage().arrayBuffers
    expect(refusal(bomb)).toContain('package/too-large')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(120_000_000)
  })

  test('a JSON of 50 MB is refused before it is read, packed or not', () => {
    const huge = utf8(`{"parley":1,"records":[${' '.repeat(50_000_000)}]}`)
    expect(readBotFile(huge)).toMatchObject({ ok: false, code: 'document/too-large' })
    expect(readBotFile(zipSync({ 'bot.json': huge }))).toMatchObject({ ok: false, code: 'package/too-large' })
  })

  test('a newer document or a newer package names both versions', () => {
    const newer = readBotFile(utf8('{"parley":9,"records":[]}'))
    expect(newer).toMatchObject({
      ok: false,
      code: 'document/too-new',
      message: expect.stringContaining('format 9'),
    })
    const marked = zipSync({
      'bot.json': bot,
      'parley.json': utf8('{"format":"parley-package","version":7}'),
    })
    expect(refusal(marked)).toContain('format 7; this Parley reads up to 2')
  })
})

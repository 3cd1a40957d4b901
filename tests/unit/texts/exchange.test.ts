import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readTextsFile, writeTextsFile } from '../../../src-renderer/texts/exchange/files.ts'
import { EXCHANGE_FORMATS } from '../../../src-renderer/texts/exchange/formats.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { cellsToClip, clipToCells } from '../../../src-shared/texts/clip-cells.ts'
import { type ExchangeFile, exportTexts } from '../../../src-shared/texts/exchange.ts'
import { fromPlainSigns, toPlainSigns } from '../../../src-shared/texts/plain-signs.ts'
import { canBeTaken, isTakenAtFirst, reviewImport } from '../../../src-shared/texts/review-import.ts'
import { setTexts } from '../../../src-shared/texts/set-texts.ts'
import { takeImport } from '../../../src-shared/texts/take-import.ts'
import { rowsOf, textRows } from '../../../src-shared/texts/text-rows.ts'
import { isOutdated } from '../../../src-shared/texts/translation-marks.ts'
import { editorOf, HELLO, translatedBot } from './translated-bot.ts'

const LABEL = { key: 'texts.edit.set' }
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '=1+1',
    "'=x",
    "''",
    '+55',
    '-',
    '@SUM(A1)',
    '\t',
    ' a ',
    '"',
    'a,b;c\td',
    'x\ny',
    'x\r\ny',
    '\r',
    ']]>',
    '<b>&amp;</b>',
    '{{NAME}}',
    '{{A',
    '}}{{',
    '{{"<\n>"}}',
    '\u202eabc\u202c',
    '\ud800',
    '\udc00x',
    '\u0000',
    '\ufeffx',
    '_x0041_',
    '\\u{d}',
    '\\\\u{5c}',
    '&#13;',
    '__proto__',
    'constructor',
    '<!DOCTYPE x>',
    '🙂',
    '2026-01-01',
    '007',
    'TRUE',
  ),
)

function out(document: BotDocument): ExchangeFile {
  return exportTexts(document, {
    rows: textRows(document),
    locales: ['pt-BR', 'ar'],
    placeOf: ({ id }) => id,
  })
}

async function through(file: ExchangeFile, format: (typeof EXCHANGE_FORMATS)[number]): Promise<ExchangeFile> {
  const bytes = await writeTextsFile(file, format)
  if (!bytes.ok) throw new Error(bytes.message)
  const back = await readTextsFile(bytes.value)
  if (!back.ok) throw new Error(back.message)
  return back.value.file
}

function translated(file: ExchangeFile, id: string, locale: string, text: string): ExchangeFile {
  const units = file.units.map(unit =>
    unit.id === id ? { ...unit, targets: { ...unit.targets, [locale]: text } } : unit,
  )
  return { ...file, units }
}

describe.each(EXCHANGE_FORMATS)('%s', format => {
  test('out and in again changes nothing', async () => {
    const document = translatedBot()
    const review = reviewImport(document, await through(out(document), format))
    expect(new Set(review.rows.map(({ state }) => state))).toEqual(new Set(['same']))
    expect(review).toMatchObject({ isOther: false, foreign: [], sourcesChanged: 0 })
  })

  for (const seed of [1, 20261121])
    test(`any text comes back as it went, seed ${seed}`, async () => {
      await fc.assert(
        fc.asyncProperty(hostile, hostile, async (source, target) => {
          const unit = { id: 'block_a:text', place: 'A', source, targets: { ar: target }, made: {} }
          const file = { bot: null, source: 'en', locales: ['ar'], units: [unit] }
          const [back] = (await through(file, format)).units
          expect(back?.source).toBe(source)
          expect(back?.targets.ar).toBe(target)
        }),
        { seed, numRuns: 150 },
      )
    })
})

test.each([1, 2])('plain signs are exact and hold nothing that files cannot, seed %i', seed => {
  fc.assert(
    fc.property(hostile, text => {
      expect(fromPlainSigns(toPlainSigns(text))).toBe(text)
      expect(toPlainSigns(text)).toSatisfy((plain: string) => !/[\r\ud800-\udfff]/u.test(plain))
    }),
    { seed, numRuns: 500 },
  )
})

test.each([1, 2])('copied cells are pasted as they were, seed %i', seed => {
  const cell = hostile.map(text => text.replace(/\r\n?/g, '\n'))
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(rows, cells => {
      expect(clipToCells(cellsToClip(cells))).toEqual(cells)
    }),
    { seed, numRuns: 500 },
  )
})

describe('a file that comes back', () => {
  const only = (document: BotDocument, file: ExchangeFile) =>
    reviewImport(document, file).rows.filter(({ state }) => state !== 'same')

  test('brings new and changed texts in one step', () => {
    const editor = editorOf(translatedBot())
    const file = translated(out(editor.document), 'block_hello:text', 'ar', 'مرحبا {{NAME}}')
    const rows = only(editor.document, translated(file, 'block_hello:text', 'pt-BR', 'Oi {{NAME}}'))
    expect(rows.map(({ state }) => state)).toEqual(['changed', 'new'])
    expect(rows.every(isTakenAtFirst)).toBe(true)
    const taken = takeImport(editor.document, rows)
    expect(taken.ok && editor.commit(taken.value, LABEL).ok).toBe(true)
    expect(editor.document.get(HELLO)?.data.text).toMatchObject({
      'pt-BR': 'Oi {{NAME}}',
      ar: 'مرحبا {{NAME}}',
    })
    editor.undo()
    expect(editor.document.get(HELLO)?.data.text).toEqual({ en: 'Hello {{NAME}}', 'pt-BR': 'Olá {{NAME}}' })
  })

  test('never overwrites a newer text by itself, nor empties one', () => {
    const editor = editorOf(translatedBot())
    const file = out(editor.document)
    const newer = setTexts(editor.document, [
      { record: HELLO, key: 'text', locale: 'pt-BR', text: 'Bom dia {{NAME}}' },
    ])
    if (newer.ok) editor.commit(newer.value, LABEL)
    expect(only(editor.document, file)).toEqual([])
    expect(only(editor.document, translated(file, 'block_hello:text', 'pt-BR', ' '))).toEqual([])
    const [row] = only(editor.document, translated(file, 'block_hello:text', 'pt-BR', 'Oi {{NAME}}'))
    expect(row).toMatchObject({ state: 'conflict', reason: 'target', present: 'Bom dia {{NAME}}' })
    expect(row && isTakenAtFirst(row)).toBe(false)
  })

  test('a translation of an older source is a conflict, and once taken an outdated one', () => {
    const editor = editorOf(translatedBot())
    const file = translated(out(editor.document), 'block_hello:text', 'ar', 'مرحبا {{NAME}}')
    const newer = setTexts(editor.document, [
      { record: HELLO, key: 'text', locale: 'en', text: 'Hi {{NAME}}' },
    ])
    if (newer.ok) editor.commit(newer.value, LABEL)
    const rows = only(editor.document, file)
    expect(rows).toMatchObject([{ state: 'conflict', reason: 'source' }])
    const taken = takeImport(editor.document, rows)
    expect(taken.ok && editor.commit(taken.value, LABEL).ok).toBe(true)
    const hello = editor.document.get(HELLO)
    const field = hello && rowsOf(hello)[0]?.field
    expect(field && isOutdated(editor.document, HELLO, field, 'ar')).toBe(true)
  })

  test('tells lost places, too long texts, unknown ids, repeated rows and files that say nothing of their making', () => {
    const document = translatedBot()
    const file = out(document)
    const said = (text: string) => only(document, translated(file, 'block_hello:text', 'ar', text))[0]
    expect(said('مرحبا')?.places).toEqual({ missing: ['NAME'], added: [] })
    expect(said('{{NAME}} {{CITY}}')?.places).toEqual({ missing: [], added: ['CITY'] })
    const long = said('x'.repeat(20_001))
    expect(long?.unfit).toContain('20000')
    expect(long && canBeTaken(long)).toBe(false)
    const strange = { ...file, units: file.units.map(unit => ({ ...unit, id: `x${unit.id}` })) }
    expect(new Set(only(document, strange).map(({ state }) => state))).toEqual(new Set(['unknown']))
    const twice = translated(file, 'block_hello:text', 'ar', 'b {{NAME}}').units
    const both = {
      ...translated(file, 'block_hello:text', 'ar', 'a {{NAME}}'),
      units: [...twice, ...translated(file, 'block_hello:text', 'ar', 'a {{NAME}}').units],
    }
    expect(only(document, both)).toMatchObject([{ state: 'conflict', reason: 'twice' }])
    const bare = translated(file, 'block_hello:text', 'pt-BR', 'Oi {{NAME}}')
    const unmade = { ...bare, units: bare.units.map(unit => ({ ...unit, made: {} })) }
    expect(only(document, unmade)).toMatchObject([{ state: 'conflict', reason: 'unsure' }])
  })
})

describe('files that are refused', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const cases: readonly [string, () => Uint8Array, string][] = [
    ['an empty one', () => bytes(''), 'empty'],
    ['a program', () => new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'UTF-8'],
    ['another encoding', () => new Uint8Array([105, 100, 44, 112, 116, 10, 233, 44, 233]), 'UTF-8'],
    ['a table without ids', () => bytes('a,pt-BR\n1,2\n'), 'id'],
    ['a table without languages', () => bytes('id,words\n1,2\n'), 'language'],
    ['an open quote', () => bytes('id,pt-BR\nx,"abc\n'), 'quotation'],
    ['a document type', () => bytes('<!DOCTYPE x [<!ENTITY a "b">]><xliff/>'), 'entities'],
    ['broken XML', () => bytes('<xliff><a></xliff>'), 'well-formed'],
    ['other XML', () => bytes('<html/>'), 'no XLIFF'],
    ['a zip that is no workbook', () => zipSync({ 'a.txt': strToU8('x') }), 'no workbook'],
    [
      'a cut workbook',
      () => zipSync({ 'xl/workbook.xml': strToU8('x'.repeat(500)) }).slice(0, 60),
      'cut off',
    ],
    [
      'a zip bomb',
      () =>
        zipSync(
          { 'xl/workbook.xml': strToU8('x'), 'xl/worksheets/sheet1.xml': new Uint8Array(101_000_000) },
          { level: 1 },
        ),
      '',
    ],
  ]
  test.each(cases)('%s', async (_, make, why) => {
    const read = await readTextsFile(make())
    expect(read.ok).toBe(false)
    expect(read.ok ? '' : read.message).toContain(why)
  })
})

describe('files of other programs', () => {
  test('XLIFF 1.2 with inline elements, entities and CDATA', async () => {
    const text = `<?xml version="1.0"?><xliff version="1.2"><file original="bot_b1" source-language="en" target-language="ar"><body>
<group><trans-unit id="block_hello:text"><source>Hello <x id="1" equiv-text="{{NAME}}"/></source><target>a &lt;<g id="2">b</g> <ph id="1">{{NAME}}</ph><![CDATA[&amp;<]]>&#10;c</target></trans-unit></group></body></file></xliff>`
    const read = await readTextsFile(new TextEncoder().encode(text))
    expect(read).toMatchObject({
      ok: true,
      value: { file: { bot: 'bot_b1', locales: ['ar'], source: 'en' } },
    })
    expect(read.ok && read.value.file.units[0]).toMatchObject({
      source: 'Hello {{NAME}}',
      targets: { ar: 'a <b {{NAME}}&amp;<\nc' },
    })
  })

  test('a CSV with semicolons, other order and other line ends', async () => {
    const read = await readTextsFile(
      new TextEncoder().encode('ar;note;ID\r\n"a\r\nb";x;block_hello:text\r\n'),
    )
    expect(read.ok && read.value.file.units).toMatchObject([
      { id: 'block_hello:text', targets: { ar: 'a\nb' } },
    ])
  })

  test('a workbook with formulas: their last results are taken, and that is told', async () => {
    const written = await writeTextsFile({ bot: null, source: 'en', locales: ['ar'], units: [] }, 'xlsx')
    if (!written.ok) throw new Error(written.message)
    const { unzipSync } = await import('fflate')
    const parts = unzipSync(written.value)
    const name = Object.keys(parts).find(part => part.startsWith('xl/worksheets/')) ?? ''
    const cell = (ref: string, text: string) =>
      `<c r="${ref}" t="str"><f>CONCATENATE("x")</f><v>${text}</v></c>`
    const data = `<row r="1">${cell('A1', 'id')}${cell('B1', 'ar')}</row><row r="2">${cell('A2', 'block_hello:text')}${cell('B2', 'said')}</row>`
    const sheet = new TextDecoder()
      .decode(parts[name])
      .replace(/<sheetData>[\s\S]*<\/sheetData>/, `<sheetData>${data}</sheetData>`)
    const read = await readTextsFile(zipSync({ ...parts, [name]: strToU8(sheet) }))
    expect(read.ok && read.value).toMatchObject({
      formulas: 4,
      file: { units: [{ targets: { ar: 'said' } }] },
    })
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocumentText } from '../../../src-shared/blocks/parse-document.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { canonicalJson } from '../../../src-shared/kit/canonical-json.ts'
import { bundleOf, checkBundle } from '../../../src-shared/publish/bundle.ts'
import { pick, randomBots } from '../edit/random-bot.ts'
import { type DraftBot, healthyBot, say } from './draft-bot.ts'

const SEEDS = [5, 65537, 20260115] as const

describe.each(SEEDS)('canonical JSON, seed %i', seed => {
  const options = { seed, numRuns: 300 }

  test('says what JSON says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      options,
    )
  })

  test('does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), members => {
        const turned = Object.fromEntries(Object.entries(members).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson({ ...members }))
      }),
      options,
    )
  })
})

test('canonical JSON leaves out what is undefined, and has no white space', () => {
  expect(canonicalJson({ b: undefined, a: [1, undefined, { d: null, c: 'x y' }] })).toBe(
    '{"a":[1,null,{"c":"x y","d":null}]}',
  )
})

describe.each(SEEDS)('the hash of a bundle, seed %i', seed => {
  const options = { seed, numRuns: 100 }

  test('does not change when blocks are moved or records come in another order (D-02)', () => {
    fc.assert(
      fc.property(randomBots, fc.integer({ min: -900, max: 900 }), (document, x) => {
        const moved = [...document.values()].map(record =>
          record.type === 'block' ? { ...record, x, y: -x } : record,
        )
        expect(bundleOf(BotDocument.of(moved.reverse()))).toEqual(bundleOf(document))
      }),
      options,
    )
  })

  test('changes with every record that is taken away', () => {
    fc.assert(
      fc.property(randomBots, fc.nat(50), (document, at) => {
        const records = [...document.values()]
        const gone = pick(records, at)
        expect(bundleOf(BotDocument.of(records.filter(record => record !== gone))).hash).not.toBe(
          bundleOf(document).hash,
        )
      }),
      options,
    )
  })

  test('is that of the document read back from it', () => {
    fc.assert(
      fc.property(randomBots, document => {
        const bundle = bundleOf(document)
        const read = parseDocumentText(bundle.text)
        expect(read.ok && bundleOf(read.value)).toEqual(bundle)
      }),
      options,
    )
  })
})

describe('the hash of a bundle changes with', () => {
  test.each<[string, (bot: DraftBot) => unknown]>([
    ['a text', bot => bot.block('hello', 'message', say('Hello!'))],
    ['a setting', bot => bot.bot({ country: 'BR' })],
    ['a variable', bot => bot.variable('MENU_PRINCIPAL', { initial: '#START' })],
    ['a keyword', bot => bot.keyword('hi', 'Hey', 'in')],
    ['an edge', bot => bot.edge('menu', 'else', 'end')],
  ])('%s (D-02)', (_, change) => {
    const bot = healthyBot()
    const before = bundleOf(bot.document())
    change(bot)
    expect(bundleOf(bot.document()).hash).not.toBe(before.hash)
  })
})

test('a bundle that is not what its hash says is refused, naming both hashes', () => {
  const bundle = bundleOf(healthyBot().document())
  expect(checkBundle(bundle)).toEqual({ ok: true, value: bundle })
  const forged = checkBundle({ ...bundle, text: bundle.text.replace('Hello', 'Howdy') })
  expect(forged).toMatchObject({ ok: false, code: 'bundle/hash-mismatch' })
  expect(!forged.ok && forged.message).toContain(bundle.hash)
})

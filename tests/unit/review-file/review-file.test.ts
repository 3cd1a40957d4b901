import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { documentToJson } from '../../../src-shared/blocks/parse-document.ts'
import { compareBots } from '../../../src-shared/compare/compare-bots.ts'
import { isEmpty } from '../../../src-shared/compare/difference.ts'
import { contentHash, contentText, readContent } from '../../../src-shared/review-file/content.ts'
import { mediaOf, reviewFile } from '../../../src-shared/review-file/review-file.ts'
import { casey, changedCasey } from './casey.ts'

const PAGE = { script: 'document.title = "a < b"', style: 'body { color: red }' }
const BOTS = { document: changedCasey(), before: { name: '0.1', document: casey() }, by: 'Ana', at: 1000 }

function contentOf(html: string): string {
  return /<script type="application\/json" id="content">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
}

describe('a review file', () => {
  const html = reviewFile(BOTS, PAGE)

  test('allows its one script and its one style by their hashes, and nothing else', () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('base64')
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${hash(PAGE.script)}'`,
      `style-src 'sha256-${hash(PAGE.style)}'`,
      'img-src data: blob:',
      'media-src data: blob:',
      "base-uri 'none'",
      "form-action 'none'",
    ])
    expect(html).toContain(`<script>${PAGE.script}</script>`)
    expect(html).toContain(`<style>${PAGE.style}</style>`)
  })

  test('refers to nothing outside itself', () => {
    expect(html).not.toMatch(/<(link|iframe|object|embed|base)\b|\s(src|href)=/i)
  })

  test.each(['</script><script>alert(1)</script>', '<!--', '<script>', '\u2028', 'ends with \\', '\0\ud800'])(
    'keeps %j in a text from becoming a part of the page',
    text => {
      const document = casey()
      const block = document.get('block_welcome' as never) as never as { data: object }
      document.put({ ...block, data: { ...block.data, text: { en: text } } } as never)
      const written = reviewFile({ ...BOTS, document }, PAGE)
      expect(written.match(/<\/script>/g)).toHaveLength(2)
      expect(written.match(/<script\b/g)).toHaveLength(2)
      const read = readContent(contentOf(written), false)
      if (!read.ok) throw new Error(read.message)
      expect(read.value.document.get('block_welcome' as never)).toMatchObject({
        data: { text: { en: text } },
      })
    },
  )

  test('names what it holds by its hash, which a change of one sign breaks', () => {
    const content = contentOf(html)
    expect(html).toContain(`<meta name="parley-content" content="${contentHash(content)}">`)
    expect(contentHash(content.replace('Welcome', 'Welcome!'))).not.toBe(contentHash(content))
  })

  test('escapes the name of the bot, and what media are called', () => {
    const document = casey()
    document.put({ ...document.bot, name: '<img src=x onerror=1>' })
    const media = [{ hash: '"><script>', mime: '"x', base64: 'AA</script>==' }]
    const written = reviewFile({ ...BOTS, document }, PAGE, media)
    expect(written).toContain('<title>&lt;img src=x onerror=1&gt;</title>')
    expect(written).toContain(
      'data-media="&quot;&gt;&lt;script&gt;" data-mime="&quot;x">AA/script==</script>',
    )
  })

  test('takes no program that HTML would cut short', () => {
    for (const script of ['"</script>"', '"<!--"', 'a\rb'])
      expect(() => reviewFile(BOTS, { ...PAGE, script })).toThrow('cannot be embedded')
  })

  test('brings each file once, and leaves out what is not at hand', () => {
    const document = casey()
    const file = { type: 'media', name: 'a.png', mime: 'image/png', size: 1, width: 1, height: 1, alt: {} }
    const hash = 'a'.repeat(64)
    document.put({ ...file, id: 'media_1', hash } as never)
    document.put({ ...file, id: 'media_2', hash } as never)
    document.put({ ...file, id: 'media_3', hash: 'b'.repeat(64) } as never)
    const media = mediaOf(document, one => (one === hash ? 'QQ==' : null))
    expect(media).toEqual([{ hash, mime: 'image/png', base64: 'QQ==' }])
  })
})

describe('the content', () => {
  test.each([true, false])('comes back as both bots, trusted or checked (%s)', isSound => {
    const read = readContent(contentText(BOTS), isSound)
    if (!read.ok || !read.value.before) throw new Error('not read')
    expect(documentToJson(read.value.document)).toEqual(documentToJson(BOTS.document))
    expect(isEmpty(compareBots(read.value.before.document, BOTS.before.document))).toBe(true)
  })

  test('hardly grows by the bot before', () => {
    const alone = contentText({ ...BOTS, before: null }).length
    expect(contentText(BOTS).length).toBeLessThan(alone + 3000)
  })

  const content = () => JSON.parse(contentText(BOTS)) as { version: number; records: { id: string }[] }

  test.each([
    ['{"format":"parley-review-file"', 'review-file/unreadable'],
    ['[]', 'review-file/unreadable'],
    [JSON.stringify({ ...content(), version: 2 }), 'review-file/too-new'],
    [JSON.stringify({ ...content(), records: [{ id: 1 }] }), 'review-file/unreadable'],
    [JSON.stringify({ ...content(), records: content().records.slice(3) }), 'document/broken-reference'],
  ])('is refused where it is not what Parley wrote: %.40s', (text, code) => {
    expect(readContent(text, false)).toMatchObject({ ok: false, code })
  })
})

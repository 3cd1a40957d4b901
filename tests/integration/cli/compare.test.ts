import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseDocumentText } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId, EdgeId } from '../../../src-shared/document/ids.ts'
import { documentText } from '../../../src-shared/publish/document-text.ts'
import { packBot, readBotFile } from '../../../src-shared/publish/package.ts'
import { runParley } from './run-parley.ts'
import { scratchFile, scratchPath } from './scratch-file.ts'

const CASEY = 'assets/samples/casey.json'

/** Casey, edited, as a package or as JSON. */
function version(name: string, edit: (casey: BotDocument) => void): string {
  const parsed = parseDocumentText(readFileSync(CASEY, 'utf8'))
  if (!parsed.ok) throw new Error(parsed.message)
  edit(parsed.value)
  return scratchFile(name, name.endsWith('.json') ? documentText(parsed.value) : packBot(parsed.value))
}

function say(casey: BotDocument, id: string, text: string): void {
  const block = casey.get(id as BlockId)
  if (!block) throw new Error(`Casey has no ${id}`)
  const { en: _, ...others } = block.data.text as Record<string, string>
  casey.put({ ...block, data: { ...block.data, text: { en: text, ...others } } })
}

const ours = version('ours.parley', casey => {
  say(casey, 'block_closed', 'We see patients from Monday to Saturday.')
  const edge = casey.get('edge_casey-38' as EdgeId)
  if (edge) casey.put({ ...edge, id: 'edge_new' as EdgeId, to: 'block_cancelled' as BlockId })
  casey.drop('edge_casey-38' as EdgeId)
})
const theirs = version('theirs.json', casey => {
  say(casey, 'block_guardian', 'Please bring a parent.')
  const block = casey.get('block_booked' as BlockId)
  if (block) casey.put({ ...block, x: block.x + 400 })
})
const rival = version('rival.parley', casey =>
  say(casey, 'block_closed', 'We see patients from Monday to Thursday.'),
)

describe('diff (issue 5, point 2)', () => {
  test('tells texts by word, edges by where they lead, and moves apart', async () => {
    expect(await runParley(['diff', CASEY, ours])).toEqual({
      code: 0,
      err: '',
      out: [
        'Changed “Closed at weekends” in “Book an appointment”:',
        '  text (en): … see patients from Monday to [-Friday-]{+Saturday+}.',
        'Option 2 (“Another day”) of “Confirm” now leads to “Cancelled”, no longer to “Day”.',
      ].join('\n'),
    })
    const moved = await runParley(['diff', CASEY, theirs])
    expect(moved.out).toMatch(/^Moved on the canvas: “[^”]+”\.$/m)
    expect((await runParley(['diff', CASEY, CASEY])).out).toBe('Nothing differs.')
  })

  test('as JSON, with the places of fields', async () => {
    const { code, out } = await runParley(['diff', CASEY, ours, '--json'])
    expect(code).toBe(0)
    const { content, moved } = JSON.parse(out) as { content: { fields: object[] }[]; moved: object[] }
    expect(content[0]?.fields[0]).toEqual({
      id: 'block_closed/data/text/en',
      is: 'value',
      path: ['data', 'text', 'en'],
      role: 'text',
      locale: 'en',
      before: 'We see patients from Monday to Friday.',
      after: 'We see patients from Monday to Saturday.',
    })
    expect(moved).toEqual([])
  })

  test('a file that is no bot', async () => {
    const { code, err } = await runParley(['diff', CASEY, scratchFile('no.json', '{')])
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('no.json') })
  })
})

describe('merge (issue 5, point 2)', () => {
  test('joins what has nothing to do with each other', async () => {
    const out = scratchPath('merged.parley')
    expect(await runParley(['merge', CASEY, ours, theirs, '--out', out])).toEqual({
      code: 0,
      out: '',
      err: '',
    })
    const left = await runParley(['diff', ours, out])
    const right = await runParley(['diff', CASEY, theirs])
    expect(left.out).toBe(right.out)
    expect(readBotFile(readFileSync(out)).ok).toBe(true)
  })

  test('conflicts are listed with both values, and nothing is written', async () => {
    const out = scratchPath('unwritten.parley')
    const { code, out: listed, err } = await runParley(['merge', CASEY, ours, rival, '--out', out])
    expect({ code, err }).toEqual({
      code: 1,
      err: 'There is 1 conflict; nothing was written. Choose with --prefer ours or --prefer theirs.',
    })
    expect(listed).toBe(
      [
        '“Closed at weekends” in “Book an appointment”: text (en) (both changed it)',
        '  base:   “We see patients from Monday to Friday.”',
        '  ours:   “We see patients from Monday to Saturday.”',
        '  theirs: “We see patients from Monday to Thursday.”',
      ].join('\n'),
    )
    expect(() => readFileSync(out)).toThrow()
  })

  test('--prefer takes a side at conflicts, and both elsewhere', async () => {
    const out = scratchPath('preferred.json')
    const { code } = await runParley(['merge', CASEY, ours, rival, '--out', out, '--prefer', 'theirs'])
    expect(code).toBe(0)
    const { out: made } = await runParley(['diff', CASEY, out])
    expect(made).toContain('[-Friday-]{+Thursday+}')
    expect(made).toContain('Option 2 (“Another day”)')
  })

  test('another bot is refused', async () => {
    const out = scratchPath('never.json')
    const { code, err } = await runParley(['merge', CASEY, ours, 'assets/samples/orders.json', '--out', out])
    expect({ code, err }).toEqual({ code: 1, err: 'These are not versions of one bot: their ids differ.' })
  })

  test('what cannot be written', async () => {
    const out = scratchPath('no-such-folder/merged.json')
    expect((await runParley(['merge', CASEY, ours, theirs, '--out', out])).code).toBe(3)
  })
})

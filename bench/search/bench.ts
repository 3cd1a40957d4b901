import { parseDocumentText } from '../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { foldCase } from '../../src-shared/search/fold-case.ts'
import { indexOf, type SearchQuery, searchBot } from '../../src-shared/search/search-bot.ts'
import { placesOf } from '../../src-shared/search/search-places.ts'
import { largeBotText } from '../check/large-bot.ts'
import { machine, median, type Report, type Row, ratio } from '../report.ts'

const BLOCKS = 10_000
const RUNS = 60

/** Not there at all, there a few times, and there in some texts. */
const SOUGHT = ['an albatross', '{{VALUE_7}}', 'Step 42'] as const

/**
 * Searching all texts of a bot of 10,000 blocks, against one `indexOf` over the same characters in one string
 * (issue 4: at most three times). Milliseconds, medians.
 */
export async function bench(): Promise<Report> {
  const parsed = parseDocumentText(largeBotText(BLOCKS))
  if (!parsed.ok) throw new Error(parsed.message)
  const document = parsed.value
  const first = timed(() => indexOf(document))
  const text = allTexts(document)
  const measured = SOUGHT.map(sought => measure(document, text, sought))
  const afterEdit = median(
    Array.from({ length: RUNS }, (_, run) => timed(() => searchAfterEdit(document, run))),
  )
  return {
    name: 'search',
    machine: machine(),
    rows: [
      { subject: 'texts', metric: 'characters', value: text.length, unit: '' },
      { subject: 'index', metric: 'once', value: first, unit: 'ms' },
      ...measured.flatMap(({ rows }) => rows),
      { subject: 'search', metric: 'first one after an edit', value: afterEdit, unit: 'ms' },
    ],
    ratios: measured.map(({ name, times }) =>
      ratio(`search for ${name}, times one indexOf`, times, 'lower', 3),
    ),
  }
}

function query(text: string): SearchQuery {
  return { text, matchCase: false, wholeWord: false, kinds: null, flow: null }
}

function measure(
  document: BotDocument,
  text: string,
  sought: string,
): { name: string; times: number; rows: Row[] } {
  const needle = foldCase(sought)
  const { length } = searchBot(document, query(sought)).matches
  const [plain, ours]: [number[], number[]] = [[], []]
  for (let run = 0; run < RUNS; run += 1) {
    // One indexOf goes over all characters: what is found before the end would end it, so it goes on from there.
    plain.push(timed(() => scan(text, needle)))
    ours.push(timed(() => searchBot(document, query(sought))))
  }
  const name = `“${sought}” (${length} found)`
  return {
    name,
    times: median(ours) / median(plain),
    rows: [
      { subject: name, metric: 'one indexOf', value: median(plain), unit: 'ms' },
      { subject: name, metric: 'search', value: median(ours), unit: 'ms' },
    ],
  }
}

function scan(text: string, needle: string): number {
  let found = 0
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) found += 1
  return found
}

function allTexts(document: BotDocument): string {
  const texts: string[] = []
  for (const record of document.values())
    for (const place of placesOf(record)) texts.push(foldCase(place.text))
  return texts.join('\u0000')
}

function searchAfterEdit(document: BotDocument, run: number): void {
  const [block] = document.all('block')
  if (block) document.put({ ...block, title: `Edit ${run}` })
  searchBot(document, query('an albatross'))
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

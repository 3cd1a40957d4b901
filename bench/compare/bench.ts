import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import { documentToJson, parseDocumentText } from '../../src-shared/blocks/parse-document.ts'
import { compareBots } from '../../src-shared/compare/compare-bots.ts'
import { partsOf } from '../../src-shared/compare/difference.ts'
import { mergeBots } from '../../src-shared/compare/merge-bots.ts'
import { BotDocument } from '../../src-shared/document/bot-document.ts'
import { fieldPlan, mapFields } from '../../src-shared/document/fields.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { deleteSelection } from '../../src-shared/edit/delete-selection.ts'
import { largeBotText } from '../check/large-bot.ts'
import { machine, median, type Report, type Row, ratio } from '../report.ts'

import { benchVersionStore } from './version-store.ts'

const BLOCKS = 5000
const ROUNDS = 30
const WARM_UPS = 8

/**
 * What differs between two versions of a bot of 5,000 blocks, against `JSON.parse` of both texts in the same rounds:
 * versions of one review, and versions in which every text was written anew. Milliseconds, medians. Both versions come
 * out of files, so that no record is the same object. Then the version store: see version-store.ts.
 */
export async function bench(): Promise<Report> {
  const before = largeBotText(BLOCKS)
  const cases = [
    { name: 'one in 20 blocks changed', after: textOf(changed(opened(before), 20)) },
    { name: 'every block changed', after: textOf(changed(opened(before), 1)) },
  ]
  const store = benchVersionStore()
  const measured = cases.map(({ name, after }) => measure(name, before, after))
  return {
    name: 'compare',
    machine: machine(),
    rows: [...measured.flatMap(({ rows }) => rows), ...store.rows],
    ratios: [
      ...measured.map(({ name, times }) =>
        ratio(`difference against JSON.parse, ${name}`, times, 'lower', 2),
      ),
      ...store.ratios,
    ],
  }
}

function measure(name: string, before: string, after: string): { name: string; times: number; rows: Row[] } {
  const [a, b] = [opened(before), opened(after)]
  const base = opened(before)
  const [parse, ours, merge]: [number[], number[], number[]] = [[], [], []]
  let parts = 0
  for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
    const times = [
      timed(() => [JSON.parse(before), JSON.parse(after)]),
      timed(() => {
        parts = partsOf(compareBots(a, b)).length
      }),
      timed(() => mergeBots(base, a, b)),
    ]
    if (round >= 0)
      for (const [at, list] of [parse, ours, merge].entries()) list.push(times[at] ?? Number.NaN)
  }
  const row = (metric: string, value: number, unit: string) => ({ subject: name, metric, value, unit })
  return {
    name,
    times: median(ours) / median(parse),
    rows: [
      row('parts that differ', parts, ''),
      row('JSON.parse of both', median(parse), 'ms'),
      row('difference', median(ours), 'ms'),
      row('merge of both', median(merge), 'ms'),
    ],
  }
}

function opened(text: string): BotDocument {
  const parsed = parseDocumentText(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}

function textOf(document: BotDocument): string {
  return JSON.stringify(documentToJson(document))
}

/** Every so many blocks has other texts and another place; one of a hundred of them is gone, with its edges. */
function changed(document: BotDocument, every: number): BotDocument {
  const blocks = [...document.all('block')].filter((_, at) => at % every === 0)
  for (const block of blocks) document.put(rewritten(block))
  const gone = blocks.filter(({ kind }, at) => at % 100 === 99 && kind !== 'entry').map(({ id }) => id)
  for (const [id, { after }] of Object.entries(deleteSelection(document, { blocks: gone, edges: [] }))) {
    if (after) document.put(after)
    else document.drop(id as BlockRecord['id'])
  }
  return BotDocument.of(document.values())
}

function rewritten(block: BlockRecord): BlockRecord {
  const kind = kindNamed(block.kind)
  if (!kind) return block
  const data = mapFields(fieldPlan(kind.schema), block.data, ({ role, value }) =>
    role === 'text' ? { ...(value as object), en: `${(value as { en?: string }).en ?? ''} indeed` } : value,
  )
  return { ...block, data, x: block.x + 20 }
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

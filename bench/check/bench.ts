import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { addBlock } from '../../src-shared/blocks/edits/add-block.ts'
import { renameVariable } from '../../src-shared/blocks/edits/rename-variable.ts'
import { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId, EdgeId, VariableId } from '../../src-shared/document/ids.ts'
import type { BlockRecord, BotDocRecord } from '../../src-shared/document/records.ts'
import { applyChanges } from '../../src-shared/edit/apply-changes.ts'
import { ChangeSet } from '../../src-shared/edit/changes.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'
import { moveBlocks } from '../../src-shared/edit/move-blocks.ts'
import { updateRecord } from '../../src-shared/edit/update-record.ts'
import { createLinter, type Linter } from '../../src-shared/lint/linter.ts'
import { machine, median, type Report, type Row, ratio } from '../report.ts'
import { largeBotText } from './large-bot.ts'

const BLOCKS = 5000
/** Rounds that count, after some that only warm up: of first checks, of edits, and of first checks on channels. */
const ROUNDS = { first: 25, edits: 8, bound: 5 }
const WARM_UPS = { first: 15, edits: 2, bound: 2 }
const EDITS_PER_ROUND = 20

/** One sort of edit; `at` makes each one differ from the others. */
type Edit = (document: BotDocument, at: number) => Changes

/**
 * The checks of a bot of 5,000 blocks, at first and after one edit, beside what JSON.parse takes for the text of the
 * same bot in the same rounds. Milliseconds, medians. The same again for the bot bound to two channels, which adds what
 * these cannot show; that is not part of the goals.
 */
export async function bench(): Promise<Report> {
  const text = largeBotText(BLOCKS)
  const times = new Map<string, number[]>()
  const cold = timed(() => createLinter().check(opened(text)))
  const measures = { first: measureFirst, edits: measureEdits, bound: measureBound }
  for (const part of ['first', 'edits', 'bound'] as const)
    for (let round = -WARM_UPS[part]; round < ROUNDS[part]; round += 1)
      measures[part](text, (name, ms) => {
        if (round >= 0) times.set(name, [...(times.get(name) ?? []), ms])
      })
  const of = (name: string) => median(times.get(name) ?? [])
  const rows: Row[] = [...times].map(([subject, all]) => ({
    subject,
    metric: 'median',
    value: median(all),
    unit: 'ms',
  }))
  rows.push({ subject: 'opening and first check', metric: 'once, cold', value: cold, unit: 'ms' })
  const perEdit = Object.keys(EDITS)
    .filter(name => name !== RENAMED)
    .map(name => ratio(`check after ${name} against the first`, of(name) / of(FIRST), 'lower', 0.02))
  return {
    name: 'check',
    machine: machine(),
    rows,
    ratios: [ratio('first check against JSON.parse', of(FIRST) / of(PARSE), 'lower', 4), ...perEdit],
  }
}

const PARSE = 'JSON.parse'
const FIRST = 'first check'
const RENAMED = 'variable renamed'

type Note = (name: string, ms: number) => void

function measureFirst(text: string, note: Note): void {
  settle()
  note(
    PARSE,
    timed(() => JSON.parse(text)),
  )
  firstCheck(opened(text), FIRST, note)
}

function measureEdits(text: string, note: Note): void {
  const document = opened(text)
  const linter = firstCheck(document, null, note)
  for (const [name, edit] of Object.entries(EDITS))
    for (let at = 0; at < EDITS_PER_ROUND; at += 1)
      note(name, afterEdit(document, linter, edit(document, at)))
}

function measureBound(text: string, note: Note): void {
  const bound = opened(text)
  bound.put({ ...bound.bot, settings: { channels: ['web', 'whatsapp'] } })
  const other = firstCheck(bound, 'first check, bound to channels', note)
  for (let at = 0; at < EDITS_PER_ROUND; at += 1)
    note('text changed, bound to channels', afterEdit(bound, other, changeText(bound, at)))
}

function firstCheck(document: BotDocument, name: string | null, note: Note): Linter {
  const linter = createLinter()
  settle()
  const ms = timed(() => linter.check(document))
  if (name !== null) note(name, ms)
  return linter
}

/** How long the check takes after these changes were made. */
function afterEdit(document: BotDocument, linter: Linter, changes: Changes): number {
  const applied = applyChanges(document, changes)
  if (!applied.ok || Object.keys(changes).length === 0) throw new Error('the edit changes nothing')
  return timed(() => linter.check(document, changes))
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void

/** A document that was just read is still to be moved out of the young part of the heap, which is nobody's work here. */
function settle(): void {
  collect({ type: 'minor' })
  collect({ type: 'minor' })
}

function opened(text: string): BotDocument {
  return BotDocument.of((JSON.parse(text) as { records: BotDocRecord[] }).records)
}

function timed(work: () => unknown): number {
  const begin = performance.now()
  work()
  return performance.now() - begin
}

/** Two languages, one of them with a place to fill in. */
function changeText(document: BotDocument, at: number): Changes {
  const block = nth(document, 'message', at)
  const text = { en: `Now ${at}`, 'pt-BR': 'Agora {{VALUE_3}}' }
  return updateRecord(document, { ...block, data: { ...block.data, text } })
}

const EDITS: Readonly<Record<string, Edit>> = {
  'text changed': changeText,
  'edge removed': (document, at) => {
    const block = nth(document, 'setVariable', at)
    const edge = document.edgeAt(block.id, 'next')
    return edge ? new ChangeSet(document).drop(edge.id).done() : {}
  },
  'edge added': (document, at) => {
    const block = nth(document, 'setVariable', at)
    const target = nth(document, 'end', 0, block.flow)
    const id = `edge_added-${at}` as EdgeId
    return new ChangeSet(document)
      .put({ id, type: 'edge', flow: block.flow, from: block.id, port: 'next', to: target.id })
      .done()
  },
  'block added': (document, at) =>
    addBlock(
      document,
      { kind: 'message', flow: nth(document, 'menu', at * 5).flow, x: 0, y: 0, locale: 'en' },
      () => `added-${at}`,
    ).changes,
  'block moved': (document, at) =>
    moveBlocks(document, new Map([[nth(document, 'question', at).id, { x: at, y: -at }]])),
  'block removed': (document, at) => new ChangeSet(document).drop(`block_added-${at}` as BlockId).done(),
  [RENAMED]: (document, at) => {
    const renamed = renameVariable(document, 'var_3' as VariableId, `RENAMED_${at}`)
    if (!renamed.ok) throw new Error(renamed.message)
    return renamed.value
  },
}

/** The block of a kind that comes after so many others. */
function nth(document: BotDocument, kind: string, at: number, flow?: string): BlockRecord {
  let left = at
  for (const block of document.all('block'))
    if (block.kind === kind && (flow === undefined || block.flow === flow) && left-- === 0) return block
  throw new Error(`there are not ${at} blocks of ${kind}`)
}

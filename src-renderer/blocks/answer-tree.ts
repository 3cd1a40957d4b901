import { type JsonPath, writeJsonPath } from '../../src-shared/blocks/json-path.ts'

/** One place of an example answer that is shown as a tree. */
export type AnswerPlace = Readonly<{
  depth: number
  label: string
  /** The value in a few characters. */
  shown: string
  path: string
  /** The same place in every item of the innermost list around it; null where there is no list. */
  everyPath: string | null
}>

/** A line of the tree: a place, or how many more items a list has. */
export type AnswerRow = AnswerPlace | Readonly<{ depth: number; more: number; after: string }>

/** `cut`: there is more than is shown. */
export type AnswerTree = Readonly<{ rows: readonly AnswerRow[]; cut: boolean }>

/** More lines than anybody reads. */
const MAX_ROWS = 200
/** Items of a list are alike; the first ones show what is in them. */
const ITEMS_SHOWN = 2
const SHOWN_LENGTH = 60

/** The lines of an example answer; null when it is not JSON. */
export function answerTree(text: string): AnswerTree | null {
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    return null
  }
  const rows: AnswerRow[] = []
  const isWhole = addRows(answer, [], '$', rows)
  return { rows, cut: !isWhole }
}

function addRows(value: unknown, path: JsonPath, label: string, rows: AnswerRow[]): boolean {
  if (rows.length >= MAX_ROWS) return false
  rows.push({
    depth: path.length,
    label,
    shown: shownOf(value),
    path: writeJsonPath(path),
    everyPath: everyPathOf(path),
  })
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return addItems(value, path, rows)
  return Object.entries(value).every(([member, of]) => addRows(of, [...path, { member }], member, rows))
}

function addItems(items: readonly unknown[], path: JsonPath, rows: AnswerRow[]): boolean {
  const isWhole = items
    .slice(0, ITEMS_SHOWN)
    .every((item, at) => addRows(item, [...path, { item: at }], `[${at}]`, rows))
  if (isWhole && items.length > ITEMS_SHOWN)
    rows.push({ depth: path.length + 1, more: items.length - ITEMS_SHOWN, after: writeJsonPath(path) })
  return isWhole
}

function everyPathOf(path: JsonPath): string | null {
  const at = path.findLastIndex(step => step !== 'all' && 'item' in step)
  return at < 0 ? null : writeJsonPath(path.with(at, 'all'))
}

function shownOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.length}]`
  if (typeof value === 'object' && value !== null) return '{ }'
  const text = JSON.stringify(value)
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text
}

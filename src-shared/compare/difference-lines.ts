import type { EdgeRecord } from '../document/records.ts'
import { blockName } from '../kit/sentences/en/block-name.ts'
import {
  type Difference,
  type FieldDifference,
  isEmpty,
  type Move,
  type RecordDifference,
} from './difference.ts'
import { placeWords } from './place-words.ts'
import { blockNamed, portName, quoted, recordName } from './record-name.ts'
import { valueWords } from './value-words.ts'
import { wordDifference } from './word-difference.ts'

const MOST_NAMES = 8
/** Of a text that stays, so much is shown before and after a change. Characters. */
const AROUND = 30

/** A difference in English sentences, in the order a bot is told; what belongs to a line follows it indented. */
export function differenceLines(difference: Difference): readonly string[] {
  const { content, design, moved } = difference
  if (isEmpty(difference)) return ['Nothing differs.']
  return [
    ...content.flatMap(record => recordLines(record, difference)),
    ...(design.length > 0 ? ['For those who make the bot:'] : []),
    ...design.flatMap(record => recordLines(record, difference).map(line => `  ${line}`)),
    ...(moved.length > 0 ? [moveLine(moved, difference)] : []),
  ]
}

function recordLines(record: RecordDifference, difference: Difference): readonly string[] {
  const { is, before, after, fields } = record
  if (record.type === 'edge')
    return [edgeLine(before as EdgeRecord | null, after as EdgeRecord | null, difference)]
  if (is === 'added' && after) return [`Added ${recordName(after, difference.after)}.`]
  if (is === 'removed' && before) return [`Removed ${recordName(before, difference.before)}.`]
  if (!before || !after) return []
  const name = recordName(before, difference.before)
  return [`Changed ${name}:`, ...fields.map(field => `  ${fieldLine(field, record, difference)}`)]
}

function edgeLine(before: EdgeRecord | null, after: EdgeRecord | null, difference: Difference): string {
  const old = before && blockNamed(before.to, difference.before)
  const next = after && blockNamed(after.to, difference.after)
  const from = after ? portName(after, difference.after) : before ? portName(before, difference.before) : ''
  const start = from.charAt(0).toUpperCase() + from.slice(1)
  if (!next) return `${start} no longer leads to ${old}.`
  return old ? `${start} now leads to ${next}, no longer to ${old}.` : `${start} now leads to ${next}.`
}

function fieldLine(
  field: FieldDifference,
  { before, after }: RecordDifference,
  difference: Difference,
): string {
  const { is, path, role, locale } = field
  const place = placeWords(path, locale, [after, before])
  const [old, now] = [
    valueWords(field.before, role, difference.before),
    valueWords(field.after, role, difference.after),
  ]
  if (is === 'order') return `${place}: in another order`
  if (is === 'item') return field.before === undefined ? `${place} added: ${now}` : `${place} removed: ${old}`
  if (isText(field.before) && isText(field.after) && (role === 'text' || role === 'template'))
    return `${place}: ${markedText(field.before, field.after)}`
  return `${place}: ${now}, was ${old}`
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** A changed text with [-what went-] and {+what came+}. */
export function markedText(before: string, after: string): string {
  const pieces = wordDifference(before, after)
  return pieces
    .map(({ is, text }, at) => {
      if (is === 'removed') return `[-${text}-]`
      if (is === 'added') return `{+${text}+}`
      return shortened(text, at === 0, at === pieces.length - 1)
    })
    .join('')
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const signs = [...text]
  const [head, tail] = [
    wholeWords(signs.slice(0, AROUND).join(''), /\s\S*$/),
    wholeWords(signs.slice(-AROUND).join(''), /^\S*\s/),
  ]
  if (isFirst && signs.length > AROUND) return `…${tail}`
  if (isLast && signs.length > AROUND) return `${head}…`
  return signs.length > 2 * AROUND ? `${head}…${tail}` : text
}

/** Without the word that was cut; a text of one word stays as it is. */
function wholeWords(text: string, cut: RegExp): string {
  return text.replace(cut, blanks => (blanks.trim() === text.trim() ? blanks : ' '))
}

function moveLine(moved: readonly Move[], { after }: Difference): string {
  const names = moved.slice(0, MOST_NAMES).map(({ record }) => {
    const found = after.get(record as EdgeRecord['from'])
    return found?.type === 'block' ? blockName(found) : found ? recordName(found, after) : quoted(record)
  })
  const rest = moved.length > names.length ? `, and ${moved.length - names.length} more` : ''
  return `Moved on the canvas: ${names.join(', ')}${rest}.`
}

import { FAULTS, type FaultCode } from '../../faults.ts'
import type { Named } from '../named.ts'
import type { Said } from '../said.ts'
import { blockName } from './block-name.ts'

type Of<V> = Readonly<V>
type None = object
type Say = (said: Said) => string

/** Failures, and what is wrong with formulas, which are told as failures too. */
export const formulaProblems = {
  /** The sentence of the code, then where it happened or the way out; a text is shown as it came. */
  fault: ({ code, detail }: Of<{ code: FaultCode; detail: Said | string | null }>, say: Say) =>
    detail === null ? FAULTS[code] : `${FAULTS[code]} ${typeof detail === 'string' ? detail : say(detail)}`,
  'formula/in-block': (
    v: Of<{ block: Named; what: Said; words: string; locale: string | null }>,
    say: Say,
  ) => {
    const where = [v.words && `“${v.words}”`, v.locale].filter(Boolean).join(', ')
    return `In ${blockName(v.block)}: ${say(v.what)}${where && ` (${where})`}`
  },
  'formula/unknown-variable': ({ name, near }: Of<{ name: string; near: string | null }>) =>
    `There is no variable ${name}${near ? `; did you mean ${near}?` : '.'}`,
  'formula/unknown-function': ({ name, near }: Of<{ name: string; near: string | null }>) =>
    `There is no function ${name}${near ? `; did you mean ${near}?` : '.'}`,
  'formula/list-order': (_: None) => 'Lists have no order.',
  'formula/list-items': (_: None) => 'A list holds texts and numbers.',
  'formula/no-date': ({ type }: Of<{ type: string }>) => `A ${type} is not a date such as "2026-12-31".`,
  'formula/no-number': ({ type }: Of<{ type: string }>) => `A ${type} is not a number.`,
  'formula/text-no-number': ({ text }: Of<{ text: string }>) => `“${text}” is not a number.`,
  'formula/divide': (_: None) => 'Divide by something else.',
  'formula/arguments': (v: Of<{ name: string; least: number; most: number | null; signature: string }>) => {
    const amount =
      v.most === null ? `at least ${v.least}` : v.least === v.most ? `${v.least}` : `${v.least} to ${v.most}`
    return `${v.name} takes ${amount} ${amount.endsWith('1') ? 'value' : 'values'}: ${v.signature}.`
  },
  'formula/nothing': (_: None) => 'It is empty.',
  'formula/too-long': ({ max }: Of<{ max: number }>) => `It is longer than ${max} characters.`,
  'formula/ends': (_: None) => 'It ends too early.',
  'formula/near': ({ seen, slip, said }: Of<{ seen: string; slip: Slip | null; said: string }>) =>
    `Near “${seen}”: ${slip ? SLIPS[slip] : `${said}.`}`,
  'formula/unexpected': ({ written }: Of<{ written: string }>) => `“${written}” was not expected.`,
  'formula/equals': (_: None) => 'To compare, write == with two equals signs.',
  'formula/sign': ({ written }: Of<{ written: string }>) =>
    INSTEAD[written] ?? `“${written}” cannot be used.`,
  'formula/depth': ({ max }: Of<{ max: number }>) => `At most ${max} levels are read.`,
  'formula/remarks': (_: None) => 'Remarks cannot be used.',
  'formula/gap': (_: None) => 'A list has a gap.',
  'formula/brackets': (_: None) => 'Brackets after a name or value cannot be used.',
  'formula/comma': (_: None) => 'A comma belongs into a function or a list; write 1.5, not 1,5.',
  'formula/name': ({ written }: Of<{ written: string }>) =>
    `“${written}”: names have letters A to Z, digits and _.`,
  'formula/plain-number': ({ written }: Of<{ written: string }>) =>
    `Write ${written} as a plain decimal number.`,
  'formula/number-large': (_: None) => 'The number is too large.',
  'formula/number-letter': (_: None) => 'Write numbers without a letter at the end.',
  'formula/only-functions': (_: None) => 'Only the functions of the list can be called.',
} as const

/** Slips that many people make. */
export type Slip = 'power' | 'notEqual' | 'quotes'

const SLIPS: Readonly<Record<Slip, string>> = {
  power: 'write (-2) ^ 2 or -(2 ^ 2), with brackets.',
  notEqual: 'for “not equal”, write !=.',
  quotes: 'put texts in straight quotes: "text".',
}

/** What to write instead of a sign. */
const INSTEAD: Readonly<Record<string, string>> = {
  '.': 'A dot after a name or value cannot be used.',
  '?.': 'A dot after a name or value cannot be used.',
  ';': 'Separate values with a comma.',
  '&': 'To join texts, write +; for “and”, write &&.',
  '|': 'For “or”, write ||. A fallback follows a single name: {{NAME|fallback}}.',
  '??': 'Write IF(ISEMPTY(X), …, X).',
  '`': 'Put texts in straight quotes: "text".',
  '{': 'Braces cannot be used.',
  '}': 'Braces cannot be used.',
}

import type { DataOf } from '../../blocks/kinds.ts'
import { inLocale } from '../../document/localized.ts'
import { unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import { normaliseText } from '../../runtime/normalise-text.ts'
import type { BlockCheck } from '../check.ts'
import type { Finding } from '../issue.ts'

/**
 * A menu takes the number of an option before its words (requirements.md NHN-06): an option that is called by the
 * number of another one can never be meant by typing it.
 */
export const checkMenuNumbers: BlockCheck = ({ block, wide }) => {
  const issues: Finding[] = []
  if (block.kind !== 'menu') return issues
  const { options } = block.data as DataOf<'menu'>
  options.forEach(({ label, synonyms }, index) => {
    const isClash = (word: string) =>
      DIGIT.test(word) && isOtherNumber(normaliseText(word), index, options.length)
    const clash = wordIn({ label, synonyms }, wide.locales, isClash)
    if (clash === undefined) return
    const words = unsaid('menu/number-label', {
      block: named(block),
      option: index + 1,
      label: clash,
      other: normaliseText(clash),
    })
    issues.push({
      code: 'menu/number-label',
      severity: 'warning',
      ...words,
      record: block.id,
      path: ['options', index, 'label'],
    })
  })
  return issues
}

type Words = Pick<DataOf<'menu'>['options'][number], 'label' | 'synonyms'>

/** The first word an option goes by, in any language, that is as asked. */
function wordIn(
  { label, synonyms }: Words,
  locales: readonly string[],
  is: (word: string) => boolean,
): string | undefined {
  for (const locale of locales) {
    const name = inLocale(label, locale, locales)
    if (name !== undefined && is(name)) return name
    for (const word of inLocale(synonyms, locale, locales) ?? []) if (is(word)) return word
  }
  return undefined
}

const DIGIT = /\p{N}/u

function isOtherNumber(word: string, index: number, count: number): boolean {
  if (!/^[1-9]\d{0,2}$/.test(word)) return false
  const number = Number(word)
  return number <= count && number !== index + 1
}

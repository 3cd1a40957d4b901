import type { TFunction } from 'i18next'
import type { TextField } from '../../src-shared/texts/text-fields.ts'

const LIST_WORDS: Readonly<Record<string, string>> = {
  'options.label': 'optionLabel',
  'options.synonyms': 'optionWords',
  'options.description': 'optionDescription',
  'buttons.label': 'buttonLabel',
  'branches.label': 'branchLabel',
  'cards.title': 'cardTitle',
  'cards.subtitle': 'cardSubtitle',
  'cards.choose': 'cardChoose',
}

/** What a text is for, in the words of the forms: "Option 2", "When the answer does not fit". */
export function fieldLabel(t: TFunction, { path }: Pick<TextField, 'path'>): string {
  const numbers = path.filter(step => typeof step === 'number').map(step => step + 1)
  const names = path.filter(step => typeof step === 'string')
  const [number, second] = numbers
  if (second !== undefined) return t('texts.field.cardButton', { card: number, number: second })
  const listed = LIST_WORDS[names.join('.')]
  return t(`texts.field.${listed ?? names.at(-1)}`, { number, defaultValue: names.at(-1) ?? '' })
}

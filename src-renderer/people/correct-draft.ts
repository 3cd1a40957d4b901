import { fitValue } from '../../src-shared/blocks/fit-value.ts'
import type { Value } from '../../src-shared/kit/value.ts'
import type { PersonView, RectifyRequest } from '../../src-shared/publish/contact-protocol.ts'
import { personNumber } from './person-name.ts'

type Kept = PersonView['conversations'][number]
type KeptValue = Kept['values'][number]

/** What is kept of a person as it is typed; values by `valueKey`. */
export type CorrectDraft = Readonly<{
  name: string
  number: string
  values: Readonly<Record<string, string>>
}>

export type CorrectProblems = Readonly<Record<string, 'name' | 'number' | 'value'>>

/** Where a value is in a draft. */
export function valueKey({ bot, contact }: Pick<Kept, 'bot' | 'contact'>, name: string): string {
  return `${bot}/${contact}/${name}`
}

/** A value as it is typed: a list has one in each line. */
export function typedValue(value: Value): string {
  if (value === null) return ''
  return typeof value === 'object' ? value.join('\n') : String(value)
}

/** The draft nothing is different in. Whom no number is known of is called by their contact, which is no number. */
export function correctDraft(person: PersonView): CorrectDraft {
  const values = person.conversations.flatMap(one =>
    one.values.flatMap(({ name: variable, value, isSecret }) =>
      isSecret ? [] : [[valueKey(one, variable), typedValue(value)] as const],
    ),
  )
  return {
    name: person.name ?? '',
    number: personNumber(person) ?? '',
    values: Object.fromEntries(values),
  }
}

/** What is typed that an engine would not take: who was known by a name stays known by one. */
export function correctProblems(person: PersonView, draft: CorrectDraft): CorrectProblems {
  const before = correctDraft(person)
  const problems: Record<string, 'name' | 'number' | 'value'> = {}
  if (before.name !== '' && draft.name.trim() === '') problems.name = 'name'
  if (before.number !== '' && draft.number.trim() === '') problems.number = 'number'
  for (const { key, kept, text } of changedValues(person, draft))
    if (readValue(kept, text) === undefined) problems[key] = 'value'
  return problems
}

/** What is to be corrected; null where nothing is different. */
export function correctionOf(
  person: PersonView,
  draft: CorrectDraft,
): Omit<RectifyRequest, 'contact' | 'reason'> | null {
  const before = correctDraft(person)
  const values = changedValues(person, draft).flatMap(({ one: { bot, contact }, kept, text }) => {
    const value = readValue(kept, text)
    if (value === undefined) return []
    return [{ bot, contact, name: kept.name, value: copied(value) }]
  })
  const correction = {
    ...(draft.name.trim() === before.name ? {} : { name: draft.name.trim() }),
    ...(draft.number.trim() === before.number ? {} : { number: draft.number.trim() }),
    ...(values.length > 0 && { values }),
  }
  return Object.keys(correction).length > 0 ? correction : null
}

function changedValues({ conversations }: PersonView, { values }: CorrectDraft) {
  return conversations.flatMap(one =>
    one.values.flatMap(kept => {
      const key = valueKey(one, kept.name)
      const text = values[key]
      return text === undefined || text === typedValue(kept.value) ? [] : [{ key, one, kept, text }]
    }),
  )
}

function readValue({ type }: KeptValue, text: string): Value | undefined {
  if (text.trim() === '') return null
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined
  if (type === 'list') return text.split('\n').filter(line => line.trim() !== '')
  return fitValue(text, type)
}

function copied(value: Value) {
  return typeof value === 'object' && value !== null ? [...value] : value
}

import { visitRecordFields } from '../blocks/record-fields.ts'
import type { FoundField } from '../document/fields.ts'
import type { FlowId, RecordId } from '../document/ids.ts'
import type { BlockRecord, BotDocRecord, RecordType } from '../document/records.ts'

/** What kind of place a text stands in; a search can be narrowed to some of them. */
export const PLACE_KINDS = [
  'texts',
  'options',
  'names',
  'variables',
  'keywords',
  'intents',
  'faqs',
  'formulas',
  'notes',
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** One text of a bot, and where it stands. */
export type SearchPlace = Readonly<{
  record: RecordId
  flow: FlowId | null
  kind: PlaceKind
  /** How it is read: with `{{ }}` places, as a formula, or as it is. */
  form: 'template' | 'formula' | 'plain'
  /** Whether the path begins in a block's data rather than in the record. */
  inData: boolean
  path: readonly (string | number)[]
  /** For a text of several languages: which, and for a list of words in it: which of them. */
  locale: string | null
  index: number | null
  text: string
}>

/** The types that hold words; edges and waivers do not. */
export const SEARCHED_TYPES: readonly RecordType[] = [
  'bot',
  'flow',
  'block',
  'variable',
  'keyword',
  'intent',
  'faq',
  'template',
  'auth',
  'group',
  'note',
  'media',
]

const known = new WeakMap<BotDocRecord, readonly SearchPlace[]>()

/** Every text of a record that is not empty. Worked out once per record: a changed record is another object. */
export function placesOf(record: BotDocRecord): readonly SearchPlace[] {
  const present = known.get(record)
  if (present) return present
  const places = [...ownTexts(record), ...fieldTexts(record)].filter(({ text }) => text !== '')
  known.set(record, places)
  return places
}

type Own = readonly [kind: PlaceKind, ...path: string[]]

/** The texts of each type that have no role, because they are the same in every language. */
const OWN: Partial<Record<RecordType, readonly Own[]>> = {
  bot: [
    ['names', 'name'],
    ['names', 'description'],
  ],
  flow: [
    ['names', 'name'],
    ['names', 'description'],
  ],
  block: [['names', 'title']],
  variable: [
    ['variables', 'name'],
    ['variables', 'description'],
  ],
  keyword: [['keywords', 'text']],
  intent: [['intents', 'name']],
  faq: [['faqs', 'topic']],
  template: [['names', 'name']],
  auth: [['names', 'name']],
  group: [['notes', 'title']],
  note: [['notes', 'text']],
  media: [['names', 'name']],
}

function ownTexts(record: BotDocRecord): SearchPlace[] {
  const base = { record: record.id, flow: flowOf(record), form: 'plain', locale: null, index: null } as const
  const own = (OWN[record.type] ?? []).map(
    ([kind, ...path]): SearchPlace => ({
      ...base,
      kind,
      inData: false,
      path,
      text: String((record as Readonly<Record<string, unknown>>)[path[0] ?? ''] ?? ''),
    }),
  )
  if (record.type === 'block') return [...own, ...branchNames(record, base)]
  if (record.type !== 'template') return own
  const bodies = (['body', 'footer'] as const).flatMap(member =>
    Object.entries(record[member]).map(
      ([locale, text]): SearchPlace => ({
        ...base,
        kind: 'texts',
        inData: false,
        path: [member],
        locale,
        text,
      }),
    ),
  )
  return [...own, ...bodies]
}

/** What a condition calls its ways on; customers do not see it, so it has no role. */
function branchNames(
  block: BlockRecord,
  base: Pick<SearchPlace, 'record' | 'flow' | 'form' | 'locale' | 'index'>,
): SearchPlace[] {
  const { branches } = block.data
  if (!Array.isArray(branches)) return []
  return branches.flatMap(({ name }: { name?: unknown }, at): SearchPlace[] =>
    typeof name === 'string'
      ? [{ ...base, kind: 'options', inData: true, path: ['branches', at, 'name'], text: name }]
      : [],
  )
}

function fieldTexts(record: BotDocRecord): SearchPlace[] {
  const places: SearchPlace[] = []
  const base = { record: record.id, flow: flowOf(record), inData: record.type === 'block' }
  visitRecordFields(record, field => {
    const { role, path, value } = field
    const kind = kindOf(record, field)
    if (role === 'formula' || role === 'template')
      places.push({ ...base, kind, form: role, path, locale: null, index: null, text: value as string })
    else if (role === 'text')
      for (const [locale, text] of Object.entries(value as Record<string, string>))
        places.push({ ...base, kind, form: 'template', path, locale, index: null, text })
    else if (role === 'words')
      for (const [locale, words] of Object.entries(value as Record<string, readonly string[]>))
        for (const [index, text] of words.entries())
          places.push({ ...base, kind, form: 'plain', path, locale, index, text })
  })
  return places
}

function kindOf({ type }: BotDocRecord, { role, path }: FoundField): PlaceKind {
  if (type === 'intent') return 'intents'
  if (type === 'faq') return 'faqs'
  if (role === 'formula' || role === 'template') return 'formulas'
  return role === 'words' || path.includes('options') || path.includes('label') ? 'options' : 'texts'
}

function flowOf(record: BotDocRecord): FlowId | null {
  if (record.type === 'flow') return record.id
  return 'flow' in record ? record.flow : null
}

/** The way to a place's text inside its record. */
export function wayTo({ inData, path, locale, index }: SearchPlace): readonly (string | number)[] {
  return [
    ...(inData ? ['data'] : []),
    ...path,
    ...(locale === null ? [] : [locale]),
    ...(index === null ? [] : [index]),
  ]
}

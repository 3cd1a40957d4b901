import { useContext, useMemo } from 'react'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockRecord } from '../../../src-shared/document/records.ts'
import { type BotWide, botWideOf } from '../../../src-shared/lint/bot-wide.ts'
import { type FieldMeasure, fieldMeasures } from '../../../src-shared/lint/field-measures.ts'
import { useDocument } from '../../state/edits.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { beginsWith, type FieldPath, FieldScope } from './field-scope.ts'
import { useTextLocale } from './use-text-locale.ts'

type Remembered = { rev: number; wide: BotWide; stored: Map<string, readonly FieldMeasure[]> }

/** All fields of a form ask for the same; it is measured once for every state of the bot. */
const remembered = new WeakMap<BotDocument, Remembered>()

function memoryOf(document: BotDocument, rev: number): Remembered {
  const known = remembered.get(document)
  if (known?.rev === rev) return known
  const fresh: Remembered = { rev, wide: botWideOf(document), stored: new Map() }
  remembered.set(document, fresh)
  return fresh
}

/** What a text of the block takes of the limits of the bot's channels, as it is typed now. */
export function useFieldMeasures(path: FieldPath, text: string): readonly FieldMeasure[] {
  const document = useDocument()
  const record = useContext(FieldScope)
  const rev = useWorkbench(state => state.rev)
  const { locale } = useTextLocale()
  const place = path.join('.')
  return useMemo(() => {
    const block = record === null ? undefined : document?.get(record)
    if (!document || block?.type !== 'block') return NONE
    const memory = memoryOf(document, rev)
    if ((memory.wide.settings.channels ?? []).length === 0) return NONE
    return measured(document, block, { memory, locale, place: place.split('.'), text })
  }, [document, record, rev, locale, place, text])
}

const NONE: readonly FieldMeasure[] = []

type Asked = Readonly<{ memory: Remembered; locale: string; place: FieldPath; text: string }>

function measured(document: BotDocument, block: BlockRecord, asked: Asked): readonly FieldMeasure[] {
  const { memory, locale, place, text } = asked
  const typed = withText(block.data, place, { locale, text }) as BlockRecord['data']
  const isStored = typed === block.data
  const key = `${block.id} ${locale}`
  const known = isStored ? memory.stored.get(key) : undefined
  const all =
    known ??
    fieldMeasures(document, isStored ? block : { ...block, data: typed }, { locale, wide: memory.wide })
  if (isStored) memory.stored.set(key, all)
  return all.filter(({ path }) => isThisText(path, place, locale))
}

function isThisText(path: FieldPath, place: FieldPath, locale: string): boolean {
  const rest = path.slice(place.length)
  return beginsWith(path, place) && (rest.length === 0 || (rest.length === 1 && rest[0] === locale))
}

/** The data with another text in one place; the very same data when that is the text it has. */
function withText(data: unknown, [step, ...rest]: FieldPath, set: { locale: string; text: string }): unknown {
  if (step === undefined) {
    const texts = (data ?? {}) as Readonly<Record<string, string>>
    return (texts[set.locale] ?? '') === set.text ? data : { ...texts, [set.locale]: set.text }
  }
  if (typeof data !== 'object' || data === null) return data
  const before = (data as Record<string | number, unknown>)[step]
  const after = withText(before, rest, set)
  if (after === before) return data
  return Array.isArray(data) ? data.with(Number(step), after) : { ...data, [step]: after }
}

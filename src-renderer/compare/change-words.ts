import type { TFunction } from 'i18next'
import type { ListedChange } from '../../src-shared/compare/change-list.ts'
import type { Difference, FieldDifference, RecordDifference } from '../../src-shared/compare/difference.ts'
import { numberedPath } from '../../src-shared/compare/place-words.ts'
import { spaced } from '../../src-shared/compare/record-name.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { RecordId } from '../../src-shared/document/ids.ts'
import { inLocale, type Localized } from '../../src-shared/document/localized.ts'
import type { BotDocRecord, EdgeRecord } from '../../src-shared/document/records.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { portName } from '../blocks/port-name.ts'
import { placeName } from '../panels/place-name.ts'
import { fieldLabel } from '../texts/field-label.ts'

const MOST_SIGNS = 160

/** A difference in one sentence: "Changed Services", "Book of Services now leads to Booking". */
export function changeTitle(
  t: TFunction,
  change: Pick<ListedChange, 'record' | 'move'>,
  difference: Difference,
): string {
  const { record, move } = change
  const { before, after } = difference
  if (move) return t('compare.moved', { name: nameIn(t, after, move.record as RecordId) })
  if (!record) return ''
  if (record.type === 'edge') return edgeTitle(t, record as RecordDifference<EdgeRecord>, difference)
  const shown = record.after ?? record.before
  const name = shown ? recordTitle(t, shown, record.after ? after : before) : ''
  switch (record.is) {
    case 'added':
      return t('compare.added', { name })
    case 'removed':
      return t('compare.removed', { name })
    case 'changed':
      return t('compare.changed', { name })
  }
}

/** What a record is called where its flow is said already. */
export function recordTitle(t: TFunction, record: BotDocRecord, document: BotDocument): string {
  if (record.type === 'block') return blockTitle(t, record)
  if (record.type === 'edge') return edgeName(t, record, document)
  if (record.type === 'translation' || record.type === 'waiver') {
    const about = document.get(record.record as RecordId)
    const name = about && about.type !== record.type ? recordTitle(t, about, document) : ''
    return t(record.type === 'waiver' ? 'compare.waiver' : 'compare.translation', { name })
  }
  return placeName(t, document, record.id)
}

function nameIn(t: TFunction, document: BotDocument, id: RecordId): string {
  const record = document.get(id)
  return record ? recordTitle(t, record, document) : ''
}

function edgeTitle(
  t: TFunction,
  { before, after }: RecordDifference<EdgeRecord>,
  difference: Difference,
): string {
  const old = before ? nameIn(t, difference.before, before.to) : ''
  const to = after ? nameIn(t, difference.after, after.to) : ''
  const from = after
    ? edgeName(t, after, difference.after)
    : before
      ? edgeName(t, before, difference.before)
      : ''
  if (!after) return t('compare.edge.removed', { from, old })
  return before ? t('compare.edge.changed', { from, to, old }) : t('compare.edge.added', { from, to })
}

function edgeName(t: TFunction, { from, port }: EdgeRecord, document: BotDocument): string {
  const block = document.get(from)
  if (!block) return port
  const name = portName(t, block, port, document.bot.locales)
  return t('compare.edge.from', { port: name, block: blockTitle(t, block) })
}

/** What a place of a record is called: "Option 2", "When the answer does not fit". */
export function fieldTitle(t: TFunction, field: FieldDifference, record: RecordDifference): string {
  const sides = [record.after, record.before]
  const path = numberedPath(field.path, field.locale, sides).filter((step, at) => at > 0 || step !== 'data')
  const last = path.at(-1)
  if (typeof last === 'number') {
    const list = path.filter(step => typeof step === 'string').at(-1) ?? ''
    const name = sentence(spaced(list))
    return t(`compare.item.${list}`, {
      number: last + 1,
      defaultValue: t('compare.itemOf', { name, number: last + 1 }),
    })
  }
  const label = fieldLabel(t, { path })
  const isRaw = label === path.filter(step => typeof step === 'string').at(-1)
  return isRaw ? t(`compare.field.${label}`, { defaultValue: sentence(spaced(label)) }) : label
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A value as people read it; what was chosen by its name. */
export function valueText(t: TFunction, value: unknown, document: BotDocument): string {
  if (value === undefined || value === null || value === '') return t('compare.value.nothing')
  if (value === true) return t('compare.value.on')
  if (value === false) return t('compare.value.off')
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    const record = ID.test(value) ? document.get(value as RecordId) : undefined
    return record ? recordTitle(t, record, document) : cut(value)
  }
  if (Array.isArray(value)) return cut(value.map(item => valueText(t, item, document)).join(', '))
  return labelOf(value, document) ?? cut(JSON.stringify(value))
}

const ID = /^[a-z]+_[A-Za-z0-9-]{1,48}$/

/** What an item of a list says of itself, or a text in the bot's first language that has it. */
function labelOf(value: object, document: BotDocument): string | null {
  const item = value as Record<string, unknown>
  for (const name of ['label', 'title', 'name', 'text', 'key']) {
    const found = item[name]
    if (typeof found === 'string' && found !== '') return cut(found)
    if (typeof found === 'object' && found !== null) return localizedText(found, document)
  }
  const isLocalized = Object.keys(item).every(key => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(key))
  return isLocalized ? localizedText(item, document) : null
}

function localizedText(value: object, { bot }: BotDocument): string | null {
  const found = inLocale<unknown>(value as Localized<unknown>, bot.locales[0] ?? 'en', bot.locales)
  return typeof found === 'string' ? cut(found) : null
}

function cut(text: string): string {
  const signs = [...text]
  return signs.length > MOST_SIGNS ? `${signs.slice(0, MOST_SIGNS - 1).join('')}…` : text
}

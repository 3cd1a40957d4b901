import { fieldTitle, valueText } from '../../src-renderer/compare/change-words.ts'
import type { Difference, FieldDifference, RecordDifference } from '../../src-shared/compare/difference.ts'
import { wordDifference } from '../../src-shared/compare/word-difference.ts'
import type { Desk } from '../look.ts'

type Props = Readonly<{ desk: Desk; record: RecordDifference; difference: Difference }>

/** What of a record is otherwise, place by place; of texts, what went and came is marked. */
export function FieldLines({ desk: { t }, record, difference }: Props) {
  if (record.type === 'edge') return null
  return record.fields.map(field => {
    const name = fieldTitle(t, field, record)
    return (
      <p key={field.id} data-inner="true">
        {field.locale ? t('compare.fieldIn', { field: name, language: field.locale }) : name}
        {': '}
        <Words t={t} field={field} difference={difference} />
      </p>
    )
  })
}

type WordsProps = Readonly<{ t: Desk['t']; field: FieldDifference; difference: Difference }>

function Words({ t, field: { is, before, after, role }, difference }: WordsProps) {
  const old = valueText(t, before, difference.before)
  const now = valueText(t, after, difference.after)
  if (is === 'order') return <>{t('compare.order')}</>
  if (is === 'item' && before === undefined) return <ins>{t('compare.itemAdded', { value: now })}</ins>
  if (is === 'item') return <del>{t('compare.itemRemoved', { value: old })}</del>
  const isText = typeof before === 'string' && typeof after === 'string' && before !== '' && after !== ''
  if (isText && (role === 'text' || role === 'template')) return <Pieces before={before} after={after} />
  return (
    <>
      <del>{old}</del> <ins>{now}</ins>
    </>
  )
}

function Pieces({ before, after }: Readonly<{ before: string; after: string }>) {
  return (
    <span dir="auto">
      {wordDifference(before, after).map(({ is, text }, at) => {
        const key = `${at} ${text}`
        if (is === 'same') return <span key={key}>{text}</span>
        return is === 'added' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>
      })}
    </span>
  )
}

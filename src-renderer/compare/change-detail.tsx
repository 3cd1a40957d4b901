import { Button } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ListedChange } from '../../src-shared/compare/change-list.ts'
import type { Difference, FieldDifference, RecordDifference } from '../../src-shared/compare/difference.ts'
import { changeTitle, fieldTitle, valueText } from './change-words.ts'
import styles from './compare.module.css'
import { accept, reject } from './compare-actions.ts'
import { useCompare } from './compare-state.ts'
import type { Comparison } from './comparison.ts'
import { WordPieces } from './word-pieces.tsx'

type Props = Readonly<{ change: ListedChange; comparison: Comparison }>

/** What of a record differs, place by place, and what can be done with it. */
export function ChangeDetail({ change, comparison: { difference, working } }: Props) {
  const { t } = useTranslation()
  const { record } = change
  const isLeft = useCompare(state => state.left.has(change.id))
  const name = changeTitle(t, change, difference)
  return (
    <div className={styles.detail}>
      {change.isDesign && <p className={styles.hint}>{t('compare.isDesign')}</p>}
      {record && record.type !== 'edge' && (
        <Fields change={change} record={record} difference={difference} working={working} />
      )}
      {working && !isLeft && (
        <div className={styles.settle}>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconCheck size={12} aria-hidden />}
            aria-label={t('compare.acceptThis', { name })}
            onClick={() => accept(change)}
          >
            {t('compare.accept')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconX size={12} aria-hidden />}
            aria-label={t('compare.rejectThis', { name })}
            onClick={() => reject(change)}
          >
            {t('compare.reject')}
          </Button>
        </div>
      )}
    </div>
  )
}

type FieldsProps = Readonly<{
  change: ListedChange
  record: RecordDifference
  difference: Difference
  working: Comparison['working']
}>

/** With several places each can be taken over, or taken back, for itself. */
function Fields({ change, record, difference, working }: FieldsProps) {
  const { t } = useTranslation()
  const areMany = record.fields.length > 1
  return (
    <dl className={styles.fields}>
      {record.fields.map(field => {
        const title = placeTitle(t, field, record)
        return (
          <div key={field.id}>
            <dt>
              <span>{title}</span>
              {working && areMany && (
                <PickButton
                  way={working === 'before' ? 'accept' : 'reject'}
                  name={title}
                  onClick={() => (working === 'before' ? accept : reject)(change, [field.id])}
                />
              )}
            </dt>
            <dd>
              <FieldWords field={field} difference={difference} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function PickButton({ way, name, onClick }: { way: 'accept' | 'reject'; name: string; onClick: () => void }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={styles.pickButton}
      aria-label={t(`compare.${way}This`, { name })}
      onClick={onClick}
    >
      {t(`compare.${way}`)}
    </button>
  )
}

function placeTitle(
  t: ReturnType<typeof useTranslation>['t'],
  field: FieldDifference,
  record: RecordDifference,
): string {
  const name = fieldTitle(t, field, record)
  return field.locale ? t('compare.fieldIn', { field: name, language: field.locale }) : name
}

/** Texts word by word, everything else as it is and as it was. */
export function FieldWords({ field, difference }: { field: FieldDifference; difference: Difference }) {
  const { t } = useTranslation()
  const { is, before, after, role } = field
  const old = valueText(t, before, difference.before)
  const now = valueText(t, after, difference.after)
  if (is === 'order') return t('compare.order')
  if (is === 'item')
    return before === undefined ? (
      <ins className={styles.ins}>{t('compare.itemAdded', { value: now })}</ins>
    ) : (
      <del className={styles.del}>{t('compare.itemRemoved', { value: old })}</del>
    )
  const isText = typeof before === 'string' && typeof after === 'string' && before !== '' && after !== ''
  if (isText && role !== 'formula' && (role === 'text' || role === 'template' || before.includes(' ')))
    return <WordPieces before={before} after={after} />
  return (
    <>
      <del className={styles.del}>{old}</del> <ins className={styles.ins}>{now}</ins>
    </>
  )
}

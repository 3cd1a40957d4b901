import { useTranslation } from 'react-i18next'
import type { Choice, Conflict } from '../../src-shared/compare/conflict.ts'
import { fieldAt } from '../../src-shared/compare/field-at.ts'
import type { Versions } from '../../src-shared/compare/merge-records.ts'
import { recordOfKey } from '../../src-shared/compare/record-key.ts'
import { fieldTitle, recordTitle, valueText } from '../compare/change-words.ts'
import { WordPieces } from '../compare/word-pieces.tsx'
import styles from './merge.module.css'
import { choose } from './merge-actions.ts'
import { useMerge } from './merge-state.ts'

type Props = Readonly<{ conflict: Conflict; versions: Versions }>

/** A place both made something different of: where it is, what it was, what each has there, and which is taken. */
export function ConflictCard({ conflict, versions }: Props) {
  const { t } = useTranslation()
  const chosen = useMerge(state => state.choices[conflict.id])
  const place = placeOf(t, conflict, versions)
  const isChoice = conflict.choices.length > 1
  return (
    <li className={styles.conflict} data-open={(isChoice && !chosen) || undefined}>
      <fieldset aria-label={t('compare.merge.choice', { place })}>
        <legend>{place}</legend>
        <p className={styles.hint}>{t(`compare.merge.is.${conflict.is}`)}</p>
        {conflict.base !== undefined && (
          <p className={styles.base}>
            <span>{t('compare.merge.wasBefore')}</span> {valueText(t, conflict.base, versions.base)}
          </p>
        )}
        {isChoice &&
          conflict.choices.map(choice => (
            <Option key={choice} {...{ choice, conflict, versions }} isChosen={chosen === choice} />
          ))}
        {conflict.needs.length > 0 && (
          <p className={styles.hint}>
            {t('compare.merge.needs', {
              names: conflict.needs.map(key => nameOfKey(t, key, versions)).join(', '),
            })}
          </p>
        )}
      </fieldset>
    </li>
  )
}

type OptionProps = Props & Readonly<{ choice: Choice; isChosen: boolean }>

function Option({ choice, conflict, versions, isChosen }: OptionProps) {
  const { t } = useTranslation()
  const name = { ours: 'compare.merge.ours', theirs: 'compare.merge.theirsSide', both: 'compare.merge.both' }[
    choice
  ]
  return (
    <label className={styles.option} data-chosen={isChosen || undefined}>
      <input type="radio" name={conflict.id} checked={isChosen} onChange={() => choose(conflict, choice)} />
      <span className={styles.optionName}>{t(name)}</span>
      <span className={styles.optionValue}>
        {choice !== 'both' && <SideWords side={choice} conflict={conflict} versions={versions} />}
      </span>
    </label>
  )
}

/** What a side has there; texts show word by word what it made of the common one. */
function SideWords({ side, conflict, versions }: Props & { side: 'ours' | 'theirs' }) {
  const { t } = useTranslation()
  const { base } = conflict
  const value = conflict[side]
  if (conflict.is === 'order' && Array.isArray(value))
    return <>{orderWords(t, value, conflict, versions[side])}</>
  if (typeof base === 'string' && typeof value === 'string' && base.includes(' '))
    return <WordPieces before={base} after={value} />
  return <>{valueText(t, value, versions[side])}</>
}

/** The items of a list by what they are called, in their order. */
function orderWords(
  t: ReturnType<typeof useTranslation>['t'],
  ids: readonly unknown[],
  { record: key, path }: Conflict,
  document: Versions['ours'],
): string {
  const record = recordOfKey(document, key)
  const list = path.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], record)
  const items = Array.isArray(list) ? list : []
  const named = ids.map(id => items.find(item => (item as { id?: unknown } | null)?.id === id) ?? id)
  return valueText(t, named, document)
}

function placeOf(t: ReturnType<typeof useTranslation>['t'], conflict: Conflict, versions: Versions): string {
  const { record: key, path, is } = conflict
  const name = nameOfKey(t, key, versions)
  if (path.length === 0 || is === 'name' || key.startsWith('edge:')) return name
  const sides = [versions.ours, versions.theirs, versions.base].map(each => recordOfKey(each, key) ?? null)
  const [shown] = sides.filter(side => side !== null)
  const { role, locale } = shown ? fieldAt(shown, path) : { role: null, locale: null }
  const field = { id: conflict.id, is: 'value' as const, path, role, locale, before: null, after: null }
  const title = fieldTitle(t, field, {
    ...{ id: key, is: 'changed', type: conflict.type, fields: [] },
    before: sides[2] ?? sides[1] ?? null,
    after: sides[0] ?? null,
  })
  const labelled = locale ? t('compare.fieldIn', { field: title, language: locale }) : title
  return t('compare.merge.place', { name, field: labelled })
}

function nameOfKey(t: ReturnType<typeof useTranslation>['t'], key: string, versions: Versions): string {
  for (const document of [versions.ours, versions.theirs, versions.base]) {
    const record = recordOfKey(document, key)
    if (record) return recordTitle(t, record, document)
  }
  return key
}

import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import form from '../inspector/fields/form.module.css'
import { type AnswerPlace, answerTree } from './answer-tree.ts'
import css from './api-call.module.css'

type Props = Readonly<{
  example: string
  taken: ReadonlySet<string>
  onTake: (path: string) => void
}>

/** An example answer as a tree; a click on a value takes it. */
export function AnswerRows({ example, taken, onTake }: Props) {
  const { t } = useTranslation()
  const tree = answerTree(example)
  if (!tree) return <p className={form.note}>{t('blocks.apiCall.notJson')}</p>
  return (
    <>
      <ul className={css.tree} aria-label={t('blocks.apiCall.tree')}>
        {tree.rows.map(row => (
          <li
            key={'more' in row ? `${row.after}…` : row.path}
            style={{ '--depth': row.depth } as CSSProperties}
          >
            {'more' in row ? (
              <p className={css.more}>{t('blocks.apiCall.more', { count: row.more })}</p>
            ) : (
              <Place place={row} taken={taken} onTake={onTake} />
            )}
          </li>
        ))}
      </ul>
      {tree.cut && <p className={form.note}>{t('blocks.apiCall.cut')}</p>}
    </>
  )
}

function Place({ place, taken, onTake }: Omit<Props, 'example'> & { place: AnswerPlace }) {
  const { t } = useTranslation()
  const { label, shown, path, everyPath } = place
  return (
    <div className={css.row}>
      <button
        type="button"
        className={css.take}
        aria-pressed={taken.has(path)}
        title={t('blocks.apiCall.take', { path })}
        onClick={() => onTake(path)}
      >
        <span className={css.name}>{label}</span>
        <span className={css.value}>{shown}</span>
      </button>
      {everyPath !== null && (
        <button
          type="button"
          className={css.every}
          aria-pressed={taken.has(everyPath)}
          title={t('blocks.apiCall.take', { path: everyPath })}
          onClick={() => onTake(everyPath)}
        >
          {t('blocks.apiCall.takeAll')}
        </button>
      )}
    </div>
  )
}

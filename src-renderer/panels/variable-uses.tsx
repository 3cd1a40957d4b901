import { useTranslation } from 'react-i18next'
import { usesOfVariable } from '../../src-shared/blocks/edits/uses-of-variable.ts'
import type { VariableRecord } from '../../src-shared/document/records.ts'
import { useDocument } from '../state/edits.ts'
import { showPlace } from '../state/show-place.ts'
import css from './panels.module.css'
import { placeName } from './place-name.ts'

/** As many as are looked through one by one. */
const MOST_SHOWN = 50

/** Where a variable is used; a click goes to the field. */
export function VariableUses({ variable }: { variable: VariableRecord }) {
  const { t } = useTranslation()
  const document = useDocument()
  if (!document) return null
  const uses = usesOfVariable(document, variable)
  return (
    <div>
      <p className={css.note}>
        {uses.length > 0 ? t('variables.uses', { count: uses.length }) : t('variables.unused')}
      </p>
      <ul className={css.uses}>
        {uses.slice(0, MOST_SHOWN).map(({ record, path }) => (
          <li key={`${record} ${path.join('.')}`}>
            <button type="button" onClick={() => showPlace(record, path)}>
              {placeName(t, document, record)}
            </button>
          </li>
        ))}
      </ul>
      {uses.length > MOST_SHOWN && (
        <p className={css.note}>{t('variables.moreUses', { count: uses.length - MOST_SHOWN })}</p>
      )}
    </div>
  )
}

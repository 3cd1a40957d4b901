import { useTranslation } from 'react-i18next'
import { placeName } from '../panels/place-name.ts'
import { useDocument } from '../state/edits.ts'
import { showPlace } from '../state/show-place.ts'
import css from './find.module.css'
import { useFind } from './find-state.ts'

/** More of them are not read one by one. */
const MOST_SHOWN = 20

/** What the last replacement did, and what it left with the reason. */
export function ReplaceOutcome() {
  const { t } = useTranslation()
  const document = useDocument()
  const done = useFind(state => state.done)
  if (!done || !document) return null
  const { replaced, refused } = done
  return (
    <div className={css.outcome} role="status" data-refused={refused.length > 0}>
      {replaced > 0 && <p>{t('find.replaced', { count: replaced })}</p>}
      {refused.length > 0 && (
        <>
          <p>{t('find.refused', { count: refused.length })}</p>
          <ul>
            {refused.slice(0, MOST_SHOWN).map(({ place, reason }) => (
              <li key={`${place.record} ${place.path.join('.')} ${place.locale} ${place.index}`}>
                <button type="button" onClick={() => showPlace(place.record, place.path)}>
                  {placeName(t, document, place.record)}
                </button>
                <span>{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

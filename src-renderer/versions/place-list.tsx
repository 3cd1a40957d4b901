import { useTranslation } from 'react-i18next'
import type { Problem } from '../../src-shared/kit/result.ts'
import { useDocument } from '../state/edits.ts'
import { showPlace } from '../state/show-place.ts'
import { inWords } from '../words/sentences.ts'
import { pointedRecord } from './pointed-record.ts'
import css from './versions.module.css'

/** More than these are worked off in the Problems panel. */
const MOST_SHOWN = 6

type Place = Problem & Readonly<{ path?: readonly (string | number)[] | undefined }>

/** What is wrong where; a click goes there and calls `onGo`. */
export function PlaceList({ places, onGo }: { places: readonly Place[]; onGo: () => void }) {
  const { t } = useTranslation()
  const document = useDocument()
  if (places.length === 0) return null
  return (
    <ul className={css.places}>
      {places.slice(0, MOST_SHOWN).map(place => {
        const { pointer, path } = place
        const message = inWords(place)
        const record = document && pointedRecord(document, pointer)
        const go = () => {
          onGo()
          if (record) showPlace(record, path ?? null)
        }
        return (
          <li key={`${pointer} ${message}`}>
            {record ? (
              <button type="button" className={css.link} onClick={go}>
                {message}
              </button>
            ) : (
              message
            )}
          </li>
        )
      })}
      {places.length > MOST_SHOWN && (
        <li>{t('versions.moreErrors', { count: places.length - MOST_SHOWN })}</li>
      )}
    </ul>
  )
}

import { useTranslation } from 'react-i18next'
import { usesOfRecord } from '../../src-shared/blocks/edits/uses-of-record.ts'
import panels from '../panels/panels.module.css'
import { placeName } from '../panels/place-name.ts'
import { useDocument } from '../state/edits.ts'
import { showPlace } from '../state/show-place.ts'
import type { EntryId } from '../state/workbench.ts'

const MOST_SHOWN = 20

/** Where an entry is chosen; a click goes to the field. */
export function EntryUses({ id }: { id: EntryId }) {
  const { t } = useTranslation()
  const document = useDocument()
  if (!document) return null
  const uses = usesOfRecord(document, id)
  return (
    <div>
      <p className={panels.note}>
        {uses.length > 0 ? t('knowledge.uses', { count: uses.length }) : t('knowledge.unused')}
      </p>
      <ul className={panels.uses}>
        {uses.slice(0, MOST_SHOWN).map(({ record, path }) => (
          <li key={`${record} ${path.join('.')}`}>
            <button type="button" onClick={() => showPlace(record, path)}>
              {placeName(t, document, record)}
            </button>
          </li>
        ))}
      </ul>
      {uses.length > MOST_SHOWN && (
        <p className={panels.note}>{t('knowledge.moreUses', { count: uses.length - MOST_SHOWN })}</p>
      )}
    </div>
  )
}

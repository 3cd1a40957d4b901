import { useTranslation } from 'react-i18next'
import type { RecordId } from '../../src-shared/document/ids.ts'
import type { Problem } from '../../src-shared/kit/result.ts'
import { missingFields } from '../../src-shared/lint/mandatory-fields.ts'
import { useDocument } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { PlaceList } from './place-list.tsx'
import css from './versions.module.css'

type Hindrance = Problem &
  Readonly<{ pointer?: RecordId | string; path?: readonly (string | number)[] | undefined }>

/** What keeps the bot as it is now from being published. A saved version is checked by the main process. */
export function useHindrances(isWorking: boolean): readonly Hindrance[] {
  const document = useDocument()
  const issues = useWorkbench(state => state.issues)
  if (!isWorking || !document) return []
  const missing = missingFields(document)
  if (missing.length > 0) return missing
  return issues
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, record, path }) => ({ code, message, pointer: record, path }))
}

/** The same as sentences that lead to their places. */
export function PublishChecks({ isWorking, onGo }: { isWorking: boolean; onGo: () => void }) {
  const { t } = useTranslation()
  const hindrances = useHindrances(isWorking)
  if (hindrances.length === 0) return null
  const isMissing = hindrances[0]?.code.startsWith('lifecycle/')
  return (
    <div className={css.needs}>
      <p>{t(isMissing ? 'versions.publish.missing' : 'versions.publish.blocked')}</p>
      <PlaceList places={hindrances} onGo={onGo} />
    </div>
  )
}

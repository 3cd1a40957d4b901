import i18next from 'i18next'
import { useWorkbench } from './workbench.ts'

/** Says in one sentence why nothing can be changed now, where a version or a file is only shown; whether it had to. */
export function refusedForVersion(): boolean {
  const { viewing, looking } = useWorkbench.getState()
  if (!viewing && looking === null) return false
  const message = viewing
    ? i18next.t('versions.view.refused', { version: viewing.version })
    : i18next.t('review.look.refused', { file: looking })
  useWorkbench.setState({ banner: { tone: 'error', message } })
  return true
}

import i18next from 'i18next'
import { useWorkbench } from './workbench.ts'

/** Says in one sentence why nothing can be changed now, where a version is only shown; whether it had to. */
export function refusedForVersion(): boolean {
  const { viewing } = useWorkbench.getState()
  if (!viewing) return false
  const message = i18next.t('versions.view.refused', { version: viewing.version })
  useWorkbench.setState({ banner: { tone: 'error', message } })
  return true
}

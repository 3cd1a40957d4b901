import type { Preferences } from '../../src-shared/ipc/contract.ts'
import { client } from '../ipc/client.ts'
import { useWorkbench } from './workbench.ts'

/** Changes preferences at once and keeps them; what main says it kept is the truth. */
export async function setPreferences(changed: Partial<Preferences>): Promise<void> {
  useWorkbench.setState(({ preferences }) => ({ preferences: { ...preferences, ...changed } }))
  const { editor, viewing } = useWorkbench.getState()
  const working = viewing?.working ?? editor
  if (working && changed.actor !== undefined) working.actor = changed.actor
  const kept = await client['preferences.set'](changed)
  if (!kept.ok) useWorkbench.setState({ banner: { tone: 'error', message: kept.message } })
}

import { useCallback, useEffect, useState } from 'react'
import type { BotSummary } from '../../src-shared/ipc/contract.ts'
import { client } from '../ipc/client.ts'
import { useWorkbench } from '../state/workbench.ts'

/** The bots of the library, the last changed first; null until they are there. `reload` asks again. */
export function useLibrary(): { bots: readonly BotSummary[] | null; reload: () => Promise<void> } {
  const [bots, setBots] = useState<readonly BotSummary[] | null>(null)
  const reload = useCallback(async () => {
    const answer = await client['library.list']()
    if (answer.ok) setBots([...answer.value].sort((a, b) => b.changedAt - a.changedAt))
    else useWorkbench.setState({ banner: { tone: 'error', message: answer.message } })
  }, [])
  useEffect(() => void reload(), [reload])
  return { bots, reload }
}

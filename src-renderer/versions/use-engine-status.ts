import { useEffect, useState } from 'react'
import type { Fault, Result } from '../../src-shared/kit/result.ts'
import type { BotStatus } from '../../src-shared/publish/protocol.ts'
import { client } from '../ipc/client.ts'
import { useWorkbench } from '../state/workbench.ts'
import { usePublishing } from './publishing.ts'

/** What an engine has of the open bot. `status` is null when it does not know the bot, undefined while that is unknown. */
export type EngineStatus = Readonly<{
  status: BotStatus | null | undefined
  fault: Fault | null
  reload: () => Promise<void>
}>

type Said = Readonly<{ engine: string; answer: Result<BotStatus | null> }>

/** Asks an engine when it is chosen, and again on `reload`. */
export function useEngineStatus(engine: string | null): EngineStatus {
  const [said, setSaid] = useState<Said | null>(null)
  const unlocks = usePublishing(state => state.unlocks)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with a key the answer is another one
  useEffect(() => {
    let isCurrent = true
    if (engine) void ask(engine).then(answer => isCurrent && setSaid({ engine, answer }))
    return () => {
      isCurrent = false
    }
  }, [engine, unlocks])
  const reload = async () => {
    if (engine) setSaid({ engine, answer: await ask(engine) })
  }
  const answer = said?.engine === engine ? said.answer : null
  return {
    status: answer?.ok ? answer.value : undefined,
    fault: answer && !answer.ok ? answer : null,
    reload,
  }
}

async function ask(engine: string): Promise<Result<BotStatus | null>> {
  const { bot } = useWorkbench.getState()
  return bot ? client['publish.status']({ bot, engine }) : { ok: true, value: null }
}

import { useEffect, useState } from 'react'
import { client } from '../ipc/client.ts'
import { useDocument } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { faultInWords } from '../words/sentences.ts'
import type { Account } from './account.ts'

/** Which tokens may begin conversations of the open bot (requirements.md KAR-10), and how one is chosen. */
type Beginners = Readonly<{
  bot: string
  tokens: readonly string[]
  choose: (token: string, isChosen: boolean) => Promise<void>
}>

/** Null where no bot is open, or the engine does not know it. */
export function useBeginners({ engine, call }: Account): Beginners | null {
  const bot = useWorkbench(state => state.bot)
  const name = useDocument()?.bot.name ?? ''
  const [tokens, setTokens] = useState<readonly string[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once; another engine mounts anew
  useEffect(() => {
    if (!bot) return
    void call(() => client['keys.tokensOf']({ engine: engine.id, bot })).then(answer => {
      if (answer.ok) setTokens(answer.value)
    })
  }, [])
  if (!bot || !tokens) return null
  return {
    bot: name,
    tokens,
    async choose(token, isChosen) {
      const others = tokens.filter(each => each !== token)
      const wanted = isChosen ? [...others, token] : others
      const answer = await call(() => client['keys.chooseTokens']({ engine: engine.id, bot, tokens: wanted }))
      if (answer.ok) setTokens(answer.value)
      else useWorkbench.setState({ banner: { tone: 'error', message: faultInWords(answer) } })
    },
  }
}

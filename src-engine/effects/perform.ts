import type { Perform } from '../conversations/effect-runner.ts'
import type { Desk, EffectConfig } from './effect-config.ts'
import { performHandover, performPresence, type TranscriptLine } from './perform-desk.ts'
import { HttpPerformer } from './perform-http.ts'

type Host = EffectConfig &
  Readonly<{
    /** An agent desk that an integration stands for. */
    deskElsewhere: (integration: string) => Promise<Desk | null>
    now: () => number
    /** The last messages of a conversation, the oldest first. */
    transcript: (bot: string, contact: string) => Promise<readonly TranscriptLine[]>
  }>

/** Does what bots ask the world for: API calls, and the agent desk. Failures are results. */
export function createPerformer(host: Host): Perform {
  const http = new HttpPerformer(host)
  return async (effect, about) => {
    switch (effect.type) {
      case 'http':
        return http.perform(effect, about.signal)
      case 'presence':
        return performPresence(host, effect, about)
      case 'handover':
        return performHandover(
          effect.desk === undefined ? host : { ...host, desk: await host.deskElsewhere(effect.desk) },
          effect,
          about,
        )
    }
  }
}

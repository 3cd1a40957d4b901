import type { Effect, EffectResult } from '../../src-shared/blocks/effect.ts'
import type { Perform } from '../conversations/effect-runner.ts'
import type { OwnDesk } from '../desk/perform-in-desk.ts'
import type { Desk, EffectConfig } from './effect-config.ts'
import { performHandover, performPresence, type TranscriptLine } from './perform-desk.ts'
import { HttpPerformer } from './perform-http.ts'

type Host = EffectConfig &
  Readonly<{
    /** An agent desk that an integration stands for. */
    deskElsewhere: (integration: string) => Promise<Desk | null>
    /** Asked where no other desk is set up. */
    ownDesk: OwnDesk
    now: () => number
    /** The last messages of a conversation, the oldest first. */
    transcript: (bot: string, contact: string) => Promise<readonly TranscriptLine[]>
  }>

/**
 * Does what bots ask the world for: API calls, and an agent desk, which is the engine's own where no other is set up.
 * Failures are results.
 */
export function createPerformer(host: Host): Perform {
  const http = new HttpPerformer(host)
  const { desk, ownDesk } = host
  return async (effect, about) => {
    switch (effect.type) {
      case 'http':
        return http.perform(effect, about.signal)
      case 'presence':
        return desk ? performPresence({ ...host, desk }, effect, about) : ownDesk.presence(effect)
      case 'handover':
        if (effect.desk !== undefined) return handOverElsewhere(host, effect.desk, { effect, about })
        return desk ? performHandover({ ...host, desk }, effect, about) : ownDesk.handover(effect, about)
    }
  }
}

type Handover = Readonly<{
  effect: Extract<Effect, { type: 'handover' }>
  about: Parameters<Perform>[1]
}>

async function handOverElsewhere(
  host: Host,
  integration: string,
  { effect, about }: Handover,
): Promise<EffectResult> {
  const desk = await host.deskElsewhere(integration)
  if (desk) return performHandover({ ...host, desk }, effect, about)
  return { outcome: 'failed', message: 'The desk was removed, is stopped, or must not be reached.' }
}

import type { Effect, EffectResult } from '../blocks/effect.ts'
import type { BlockId } from '../document/ids.ts'
import type { Surroundings } from '../document/surroundings.ts'

/** How the world outside behaves in a simulation; nothing of it is ever asked for real. */
export type SimulatedHost = Surroundings

export const USUAL_HOST: SimulatedHost = { agents: 'online', handover: 'accepted', http: 'mock' }

/**
 * What comes of an effect of a block where there is no network: the block's recorded answer, one the simulation was
 * told, or a stated failure. Null: it is waited for, until somebody says what came of it.
 */
export function answerEffect(effect: Effect, host: SimulatedHost, block: BlockId): EffectResult | null {
  switch (effect.type) {
    case 'presence':
      return host.agents === 'failing'
        ? { outcome: 'failed', message: 'The presence check failed, as the simulation was told.' }
        : { outcome: host.agents }
    case 'handover':
      if (host.handover === 'ask') return null
      return host.handover === 'failing'
        ? { outcome: 'failed', message: 'The handover failed, as the simulation was told.' }
        : { outcome: 'accepted' }
    case 'http':
      return answerCall(effect, host, block)
  }
}

function answerCall(
  { mock }: Extract<Effect, { type: 'http' }>,
  { http, calls = {} }: SimulatedHost,
  block: BlockId,
): EffectResult {
  const told = calls[block]
  if (told?.is === 'answer') return { outcome: 'answered', status: told.status, body: told.body }
  if (told?.is === 'timeout' || (!told && http === 'timeout')) return { outcome: 'timeout' }
  if (told?.is === 'unreachable' || http === 'failing')
    return { outcome: 'failed', message: 'The network failed, as the simulation was told.' }
  if (http === 'error') return { outcome: 'answered', status: 500, body: '' }
  if (mock) return { outcome: 'answered', ...mock }
  return { outcome: 'failed', message: 'There is no recorded answer for this call.' }
}

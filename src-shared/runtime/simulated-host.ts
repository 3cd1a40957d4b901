import type { Effect, EffectResult } from '../blocks/effect.ts'

/** How the world outside behaves in a simulation: whether agents are there, and what API calls without a mock do. */
export type SimulatedHost = Readonly<{
  agents: 'online' | 'offline' | 'failing'
  handover: 'accepted' | 'failing'
  http: 'mock' | 'timeout' | 'failing'
}>

export const USUAL_HOST: SimulatedHost = { agents: 'online', handover: 'accepted', http: 'mock' }

/** What comes of an effect where there is no network: the block's recorded answer, or a stated failure. */
export function answerEffect(effect: Effect, host: SimulatedHost): EffectResult {
  switch (effect.type) {
    case 'presence':
      return host.agents === 'failing'
        ? { outcome: 'failed', message: 'The presence check failed, as the simulation was told.' }
        : { outcome: host.agents }
    case 'handover':
      return host.handover === 'failing'
        ? { outcome: 'failed', message: 'The handover failed, as the simulation was told.' }
        : { outcome: 'accepted' }
    case 'http':
      if (host.http === 'timeout') return { outcome: 'timeout' }
      if (host.http === 'failing' || !effect.mock)
        return { outcome: 'failed', message: 'There is no recorded answer for this call.' }
      return { outcome: 'answered', ...effect.mock }
  }
}

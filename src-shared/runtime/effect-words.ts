import type { EffectRequest } from '../blocks/effect.ts'

/** An effect in a few words, for events: neither headers nor body, which may hold what nobody else is to see. */
export function saysOf(request: EffectRequest): string {
  switch (request.type) {
    case 'http':
      return `${request.method} ${withoutQuery(request.url)}`
    case 'presence':
      return request.skill === null ? 'any agent' : `an agent for ${request.skill}`
    case 'handover':
      return request.skill === null ? request.reason : `${request.reason}, ${request.skill}`
  }
}

function withoutQuery(url: string): string {
  const end = url.search(/[?#]/)
  return end < 0 ? url : url.slice(0, end)
}

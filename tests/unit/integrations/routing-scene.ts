import type { z } from 'zod'
import { type Routed, route } from '../../../src-shared/integrations/route.ts'
import { type RoutedHappening, type Routing, UNROUTED } from '../../../src-shared/integrations/routing.ts'
import type { Known, RoutingScene } from '../../../src-shared/integrations/routing-run.ts'
import { type Service, serviceSchema } from '../../../src-shared/integrations/service.ts'

type GivenRule = z.input<typeof serviceSchema>['rules'][number]

/** A service with the asset `web:bot_1` and the integration `hook`, and the rules given. */
export function serviceWith(
  rules: readonly (Partial<GivenRule> & { id: string })[],
  managed = true,
): Service {
  return serviceSchema.parse({
    name: 'Shop',
    assets: [
      { id: 'web:bot_1', managed },
      { id: 'other', managed },
    ],
    integrations: ['hook', 'second', 'ours', 'desk'],
    rules: rules.map(rule => ({ event: 'message', action: 'bot_and_ccsp', bot: 'hook', ...rule })),
  })
}

type Play = Readonly<{
  routing: () => Routing
  /** Lets one thing happen. */
  happen: (happening: RoutedHappening) => Routed
  says: (text: string, postback?: string) => Routed
  bot: (
    event: 'message' | 'handover' | 'close',
    more?: { conversation?: string; params?: Record<string, string> },
  ) => Routed
  desk: (accepted?: boolean) => Routed
}>

/** One contact on an asset, with what was said before; ids count. */
export function playedContact(
  service: Service,
  changed: Partial<RoutingScene> = {},
  works = () => true,
): Play {
  let routing = UNROUTED
  let ids = 0
  let count = 0
  const platforms = { hook: 'other', second: 'own', ours: 'engine', desk: 'ccsp' } as const
  const happen = (happening: RoutedHappening) => {
    const integrations = new Map<string, Known>(
      Object.entries(platforms).map(([id, platform]) => [id, { platform, works: works() }]),
    )
    const routed = route(routing, happening, {
      service,
      asset: 'web:bot_1',
      contact: 'anna',
      channel: 'web',
      locale: 'en',
      variables: {},
      integrations,
      at: Date.UTC(2026, 2, 1, 13, 5, 9, 127),
      newId: () => `c-${++ids}`,
      ...changed,
    })
    routing = routed.routing
    return routed
  }
  return {
    routing: () => routing,
    happen,
    says: (text, postback) =>
      happen({ type: 'said', id: `m-${++count}`, text, kind: 'text', media: '', postback: postback ?? null }),
    bot: (type, { conversation, params = {} } = {}) =>
      happen({
        type: 'bot',
        id: `b-${++count}`,
        integration: 'hook',
        conversation: conversation ?? routing.bots.hook?.conversation ?? 'none',
        event:
          type === 'message' ? { type, text: 'hello', kind: 'text', media: '', params } : { type, params },
      }),
    desk: (accepted = true) =>
      happen({
        type: 'deskAnswered',
        conversation: routing.asking?.conversation ?? 'none',
        accepted,
        message: accepted ? '' : 'no',
      }),
  }
}

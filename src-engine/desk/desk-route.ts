import type { Result } from '../../src-shared/kit/result.ts'
import type { Engine } from '../engine.ts'
import { type Api, addRoute } from '../http/add-route.ts'
import type { Call, Route } from '../http/route.ts'
import type { DeskNews } from './desk-news.ts'
import { readSignedIn, type SignedIn } from './desk-session.ts'

/** What the routes of the desk work with. */
export type DeskHost = Readonly<{ api: Api; engine: Engine; news: DeskNews }>

type DeskRoute<Params, Query, Body, Value> = Omit<
  Route<Params, Query, Body, Value>,
  'tag' | 'scope' | 'cookie' | 'handler'
> &
  Readonly<{ handler: (call: Call<Params, Query, Body>, who: SignedIn) => Promise<Result<Value>> }>

/** Adds a route for who is signed in; what it changed is told to every open page. */
export function addDeskRoute<Params = unknown, Query = unknown, Body = unknown, Value = never>(
  { api, engine, news }: DeskHost,
  route: DeskRoute<Params, Query, Body, Value>,
): void {
  addRoute<Params, Query, Body, Value>(api, {
    ...route,
    tag: 'desk',
    scope: null,
    cookie: true,
    refuses: ['desk/signed-out', 'request/forbidden', ...(route.refuses ?? [])],
    async handler(call) {
      const who = await readSignedIn(engine, call.request)
      if (!who.ok) return who
      const answer = await route.handler(call, who.value)
      if (route.method !== 'GET') news.poke()
      return answer
    },
  })
}

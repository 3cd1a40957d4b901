import type { MayReach } from './address-guard.ts'

/** What an engine needs for what bots ask the world for. Nothing of it is ever logged. */
export type EffectConfig = Readonly<{
  /** Development only: bots may call private addresses, and this machine over plain HTTP. */
  allowPrivate: boolean
  /** Values of secret variables, by name. */
  secrets: ReadonlyMap<string, string>
  desk: Desk | null
}>

/** An agent desk. `mayReach` guards an address that was not said by whoever runs the engine. */
export type Desk = Readonly<{ url: string; secret: string | null; mayReach?: MayReach }>

export const NOTHING_CONFIGURED: EffectConfig = { allowPrivate: false, secrets: new Map(), desk: null }

/** What an engine needs for what bots ask the world for. Nothing of it is ever logged. */
export type EffectConfig = Readonly<{
  /** Development only: bots may call private addresses, and this machine over plain HTTP. */
  allowPrivate: boolean
  /** Values of secret variables, by name. */
  secrets: ReadonlyMap<string, string>
  desk: Readonly<{ url: string; secret: string | null }> | null
}>

export const NOTHING_CONFIGURED: EffectConfig = { allowPrivate: false, secrets: new Map(), desk: null }

import { isLoopback, isPublic, type MayReach } from './address-guard.ts'

/** An address that may be called, and where the connection may lead. */
export type GuardedUrl =
  | Readonly<{ ok: true; url: URL; mayReach: MayReach }>
  | Readonly<{ ok: false; message: string }>

/**
 * Reads an address that somebody wrote: https to a public address; anything else is for this machine alone, and only
 * in development (requirements.md NHN-148, IMI-01, IMI-04).
 */
export function guardedUrl(written: string, allowPrivate: boolean): GuardedUrl {
  if (!URL.canParse(written)) return { ok: false, message: 'The address cannot be read.' }
  const url = new URL(written)
  const isPlain = url.protocol === 'http:' && allowPrivate
  if (url.protocol !== 'https:' && !isPlain) return { ok: false, message: 'Only https addresses are called.' }
  if (url.username !== '' || url.password !== '')
    return { ok: false, message: 'The address holds a name or password; use an auth profile.' }
  return { ok: true, url, mayReach: mayReachOf(url, allowPrivate) }
}

function mayReachOf({ protocol }: URL, allowPrivate: boolean): MayReach {
  if (!allowPrivate) return isPublic
  return protocol === 'https:' ? () => true : isLoopback
}

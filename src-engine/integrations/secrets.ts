import type { Engine } from '../engine.ts'
import type { Integration, SealedSecrets } from '../store/integrations.ts'

/** What an integration is called with; null where it has none. */
export type Secrets = Readonly<{
  access: string | null
  verification: string | null
  /** The access token before, while it is tried too. */
  previous: string | null
}>

/** A new access token is tried first; the one before still works for so long (requirements.md IMI-04). */
export const OVERLAP_MS = 24 * 3_600_000

type Sealing = Pick<Engine, 'seal'>

export function openSecrets({ seal }: Sealing, { id, secrets }: Integration, now: number): Secrets {
  const opened = (sealed: string | undefined, what: string) => {
    if (sealed === undefined) return null
    const read = seal.open(sealed, aboutOf(id, what))
    return read.ok ? read.value : null
  }
  const { access, verification, previous } = secrets
  return {
    access: opened(access, 'access'),
    verification: opened(verification, 'verification'),
    previous: previous && previous.until > now ? opened(previous.access, 'access') : null,
  }
}

type Given = Readonly<{ accessToken?: string | undefined; verificationToken?: string | undefined }>

/** What is given is sealed, and replaces what there is. */
export function sealSecrets(
  { seal }: Sealing,
  { id, secrets }: Readonly<{ id: string; secrets: SealedSecrets }>,
  { accessToken, verificationToken }: Given,
  now: number,
): SealedSecrets {
  const sealed = (text: string, what: string) => seal.seal(text, aboutOf(id, what))
  const before = accessToken !== undefined && secrets.access !== undefined ? secrets.access : undefined
  return {
    ...secrets,
    ...(accessToken === undefined ? {} : { access: sealed(accessToken, 'access') }),
    ...(before === undefined ? {} : { previous: { access: before, until: now + OVERLAP_MS } }),
    ...(verificationToken === undefined ? {} : { verification: sealed(verificationToken, 'verification') }),
  }
}

/** All of them as `renew` seals them anew, which is given what each is about. */
export function renewSecrets(
  secrets: SealedSecrets,
  id: string,
  renew: (sealed: string, about: string) => string,
): SealedSecrets {
  const { access, verification, previous } = secrets
  return {
    ...secrets,
    ...(access === undefined ? {} : { access: renew(access, aboutOf(id, 'access')) }),
    ...(verification === undefined ? {} : { verification: renew(verification, aboutOf(id, 'verification')) }),
    ...(previous ? { previous: { ...previous, access: renew(previous.access, aboutOf(id, 'access')) } } : {}),
  }
}

function aboutOf(id: string, what: string): string {
  return `integration/${id}/${what}`
}

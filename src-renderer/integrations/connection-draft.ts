import type { FailureUnit } from '../../src-shared/integrations/attempts.ts'
import { canonicalJson } from '../../src-shared/kit/canonical-json.ts'
import {
  type IntegrationChange,
  type IntegrationView,
  type NewIntegration,
  type Platform,
  type SecretOfIntegration,
  type VerifyIntegration,
  verifyIntegrationSchema,
} from '../../src-shared/publish/integration-protocol.ts'

/** What is typed into the form of an integration. */
export type ConnectionDraft = Readonly<
  {
    platform: Platform
    name: string
    /** Of this engine, for the platform `engine`. */
    bot: string
    url: string
    failureUnit: FailureUnit
  } & Record<SecretOfIntegration, string>
>

/** The secret a platform is trusted by, and whether it must have one. */
export const SECRET_OF: Readonly<
  Record<Platform, Readonly<{ name: SecretOfIntegration; isNeeded: boolean }> | null>
> = {
  engine: null,
  own: { name: 'accessToken', isNeeded: true },
  other: { name: 'verificationToken', isNeeded: true },
  ccsp: { name: 'accessToken', isNeeded: false },
}

export function draftOfIntegration(integration: IntegrationView | null, bot: string): ConnectionDraft {
  return {
    platform: integration?.platform ?? 'own',
    name: integration?.name ?? '',
    bot: integration?.bot ?? bot,
    url: integration?.url ?? '',
    failureUnit: integration?.failureUnit ?? 'attempt',
    ...{ accessToken: '', verificationToken: '' },
  }
}

export type ConnectionField = 'name' | 'url' | 'secret'

/** What is wrong with the fields; `stored` are the secrets the engine has already, which may stay empty. */
export function connectionProblems(
  draft: ConnectionDraft,
  stored: readonly SecretOfIntegration[],
): ReadonlySet<ConnectionField> {
  const wrong = new Set<ConnectionField>()
  const { platform, name, url } = draft
  const secret = SECRET_OF[platform]
  if (name.trim() === '') wrong.add('name')
  if (platform !== 'engine' && !/^https?:\/\/[^\s/]/i.test(url.trim())) wrong.add('url')
  if (!secret) return wrong
  const typed = draft[secret.name]
  const mayBeEmpty = !secret.isNeeded || stored.includes(secret.name)
  const isOne = verifyIntegrationSchema.safeParse({ platform, [secret.name]: typed }).success
  if (typed === '' ? !mayBeEmpty : !isOne) wrong.add('secret')
  return wrong
}

/** What is verified: of the platform's own fields those that are filled in. */
export function valuesOf(draft: ConnectionDraft): Omit<VerifyIntegration, 'integration'> {
  const { platform, bot, url } = draft
  const secret = SECRET_OF[platform]?.name
  return verifyIntegrationSchema.omit({ integration: true }).parse({
    platform,
    ...(platform === 'engine' ? { bot } : { url: url.trim() }),
    ...(secret && draft[secret] !== '' ? { [secret]: draft[secret] } : {}),
  })
}

/** A proof that values work, and which; it is good for no others (requirements.md IMI-06). */
export type Verified = Readonly<{ values: string; proof: string; durationMs: number }>

export function isVerified(draft: ConnectionDraft, verified: Verified | null): boolean {
  return verified !== null && verified.values === textOfValues(draft)
}

export function textOfValues(draft: ConnectionDraft): string {
  return canonicalJson(valuesOf(draft))
}

/** Whether something else than the name is different from what the engine has. */
export function isReconnected(draft: ConnectionDraft, integration: IntegrationView): boolean {
  return textOfValues(draft) !== textOfValues(draftOfIntegration(integration, integration.bot ?? ''))
}

export function newIntegrationOf(draft: ConnectionDraft, proof: string): NewIntegration {
  const { name, failureUnit } = draft
  return { ...valuesOf(draft), name: name.trim(), failureUnit, proof }
}

/** Without a proof the name and the way of counting alone. */
export function integrationChangeOf(draft: ConnectionDraft, proof: string | null): IntegrationChange {
  const { name, failureUnit } = draft
  const { platform: _, ...connection } = valuesOf(draft)
  const change = { name: name.trim(), failureUnit }
  return proof === null ? change : { ...change, connection: { ...connection, proof } }
}

import type { EffectConfig } from '../effects/effect-config.ts'
import { guardedUrl } from '../effects/guarded-url.ts'
import type { Engine } from '../engine.ts'
import { findIntegration } from '../store/integrations.ts'
import { openSecrets } from './secrets.ts'

type Host = Pick<Engine, 'db' | 'seal' | 'effects' | 'now'>

/** The agent desk of an integration; null when it is not here any more, is stopped or must not be reached. */
export async function deskElsewhere(host: Host, id: string): Promise<EffectConfig['desk']> {
  const integration = await findIntegration(host.db, id)
  if (integration?.platform !== 'ccsp' || integration.state !== 'active') return null
  const guarded = guardedUrl(integration.url, host.effects.allowPrivate)
  if (!guarded.ok) return null
  const secret = openSecrets(host, integration, host.now()).access
  return { url: integration.url.replace(/\/+$/, ''), secret, mayReach: guarded.mayReach }
}

import type { IntegrationView } from '../../src-shared/publish/integration-protocol.ts'
import type { Engine } from '../engine.ts'
import type { ReadDb } from '../store/db.ts'
import { countDeliveries } from '../store/deliveries.ts'
import { type Integration, targetOf } from '../store/integrations.ts'
import { listServices, type StoredService } from '../store/services.ts'

/** An integration as it is shown: how it is, what it has to tell, where it is used; never its secrets. */
export async function viewOf(db: ReadDb, integration: Integration): Promise<IntegrationView> {
  return viewIn(db, integration, await listServices(db))
}

export async function viewsOf(
  db: ReadDb,
  integrations: readonly Integration[],
): Promise<readonly IntegrationView[]> {
  const services = await listServices(db)
  return Promise.all(integrations.map(one => viewIn(db, one, services)))
}

async function viewIn(
  db: ReadDb,
  integration: Integration,
  services: readonly StoredService[],
): Promise<IntegrationView> {
  const { hook: _, secrets, bot, ...rest } = integration
  const { waiting = 0, held = 0, done = 0, dead = 0 } = await countDeliveries(db, targetOf(integration.id))
  return {
    ...rest,
    bot: bot === '' ? null : bot,
    secrets: [
      ...(secrets.access === undefined ? [] : ['accessToken' as const]),
      ...(secrets.verification === undefined ? [] : ['verificationToken' as const]),
    ],
    events: { waiting, held, done, dead },
    services: services
      .filter(({ integrations }) => integrations.includes(integration.id))
      .map(({ id, name }) => ({ id, name })),
  }
}

/** Where a bot elsewhere sends its events (requirements.md IMI-01); empty for what sends none. */
export function incomingUrlOf(
  { publicUrl }: Pick<Engine, 'publicUrl'>,
  { id, platform }: Integration,
  secret: string,
): string {
  return platform === 'own' || platform === 'other' ? `${publicUrl()}/hooks/bots/${id}/${secret}` : ''
}

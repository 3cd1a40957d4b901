import { createHash, randomBytes } from 'node:crypto'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type {
  IntegrationChange,
  NewIntegration,
  VerifyIntegration,
} from '../../src-shared/publish/integration-protocol.ts'
import type { Engine } from '../engine.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import type { ReadDb, WriteDb } from '../store/db.ts'
import {
  deleteIntegration,
  findIntegration,
  type Integration,
  integrationName,
  listIntegrations,
  saveIntegration,
  takeProof,
  targetOf,
} from '../store/integrations.ts'
import { listServices } from '../store/services.ts'
import { openSecrets, sealSecrets } from './secrets.ts'
import { type Connection, digestOf, PROOF_MS, type Proof, verifyConnection } from './verify-integration.ts'

/** Who does it, and when. */
type By = Readonly<{ key: string; at: number }>
type Host = Engine & Readonly<{ timeoutMs: number }>
type Added = Readonly<{ integration: Integration; incoming: string }>

/** What is given, and of an integration that is there what it has. */
export async function verifyIntegration(host: Host, request: VerifyIntegration): Promise<Result<Proof>> {
  if (request.integration === undefined) return verifyConnection(host, connectionOf(request))
  const known = await findIntegration(host.db, request.integration)
  if (!known) return fault('integration/not-found')
  return verifyConnection(host, changedConnection(host, known, request))
}

/** Keeps an integration whose values were verified; its incoming secret is in the answer and nowhere else. */
export async function addIntegration(host: Host, request: NewIntegration, by: By): Promise<Result<Added>> {
  const id = `int_${randomBytes(9).toString('base64url')}`
  const incoming = randomBytes(32).toString('base64url')
  const { name, platform, failureUnit } = request
  const { bot, url } = connectionOf(request)
  const integration: Integration = {
    id,
    name,
    platform,
    bot,
    url,
    secrets: sealSecrets(host, { id, secrets: {} }, request, by.at),
    hook: hashOf(incoming),
    state: 'active',
    failures: 0,
    failureUnit,
    verifiedAt: by.at,
    lastDoneAt: null,
    lastError: null,
    lastErrorAt: null,
    createdAt: by.at,
    changedAt: by.at,
  }
  return host.db.atomically(async (tx): Promise<Result<Added>> => {
    await tx.lock([AUDIT, 'integrations'])
    if (await isNameTaken(tx, integration)) return fault('integration/name-taken')
    const proven = await takeProof(tx, proofOf(connectionOf(request), request.proof, by))
    if (!proven) return fault('integration/not-verified', 'Verify them and save within 15 minutes.')
    await saveIntegration(tx, integration)
    await note(tx, by, { action: 'integration.add', integration })
    return ok({ integration, incoming })
  })
}

/** Changes an integration. A connection that is proven makes it active again, and what was held goes out (IMI-18). */
export function changeIntegration(
  host: Host,
  id: string,
  change: IntegrationChange,
  by: By,
): Promise<Result<Integration>> {
  const { name, failureUnit, connection } = change
  return host.db.atomically(async (tx): Promise<Result<Integration>> => {
    await tx.lock([AUDIT, 'integrations', integrationName(id)])
    const known = await findIntegration(tx, id)
    if (!known) return fault('integration/not-found')
    let changed: Integration = {
      ...known,
      name: name ?? known.name,
      failureUnit: failureUnit ?? known.failureUnit,
      changedAt: by.at,
    }
    if (await isNameTaken(tx, changed)) return fault('integration/name-taken')
    if (connection) {
      const values = changedConnection(host, known, { platform: known.platform, ...connection })
      if (!(await takeProof(tx, proofOf(values, connection.proof, by))))
        return fault('integration/not-verified', 'Verify them and save within 15 minutes.')
      changed = connected(host, changed, { values, given: connection, at: by.at })
    }
    await saveIntegration(tx, changed)
    if (changed.state === 'active' && known.state !== 'active')
      await host.deliveries.release(tx, targetOf(id))
    await note(tx, by, { action: 'integration.change', integration: changed })
    return ok(changed)
  })
}

type Connecting = Readonly<{
  values: Connection
  given: NonNullable<IntegrationChange['connection']>
  at: number
}>

/** Somebody who paused it on purpose resumes it themselves. */
function connected(host: Host, integration: Integration, { values, given, at }: Connecting): Integration {
  return {
    ...integration,
    bot: values.bot,
    url: values.url,
    secrets: sealSecrets(host, integration, given, at),
    state: integration.state === 'inactive' ? 'active' : integration.state,
    failures: 0,
    verifiedAt: at,
  }
}

/** Stops and goes on by hand; what was stopped by failures needs a verification instead (IMI-18). */
export function pauseIntegration(
  host: Host,
  id: string,
  isPaused: boolean,
  by: By,
): Promise<Result<Integration>> {
  return host.db.atomically(async (tx): Promise<Result<Integration>> => {
    await tx.lock([AUDIT, integrationName(id)])
    const known = await findIntegration(tx, id)
    if (!known) return fault('integration/not-found')
    if (known.state === 'inactive')
      return fault('integration/not-verified', 'It became inactive by failures: edit and verify it.')
    const changed: Integration = { ...known, state: isPaused ? 'paused' : 'active', changedAt: by.at }
    await saveIntegration(tx, changed)
    if (!isPaused) await host.deliveries.release(tx, targetOf(id))
    await note(tx, by, {
      action: isPaused ? 'integration.pause' : 'integration.resume',
      integration: changed,
    })
    return ok(changed)
  })
}

/** Gives it another incoming address; the one before ends at once. */
export function renewAddress(host: Host, id: string, by: By): Promise<Result<Added>> {
  return host.db.atomically(async (tx): Promise<Result<Added>> => {
    await tx.lock([AUDIT, integrationName(id)])
    const known = await findIntegration(tx, id)
    if (!known) return fault('integration/not-found')
    const incoming = randomBytes(32).toString('base64url')
    const integration = { ...known, hook: hashOf(incoming), changedAt: by.at }
    await saveIntegration(tx, integration)
    await note(tx, by, { action: 'integration.address', integration })
    return ok({ integration, incoming })
  })
}

export function removeIntegration(host: Host, id: string, by: By): Promise<Result<Readonly<{ gone: true }>>> {
  return host.db.atomically(async (tx): Promise<Result<Readonly<{ gone: true }>>> => {
    await tx.lock([AUDIT, integrationName(id)])
    const integration = await findIntegration(tx, id)
    if (!integration) return fault('integration/not-found')
    const user = (await listServices(tx)).find(({ integrations }) => integrations.includes(id))
    if (user) return fault('integration/in-use', `Take it out of ${user.name} first.`)
    await deleteIntegration(tx, id)
    await note(tx, by, { action: 'integration.remove', integration })
    return ok({ gone: true })
  })
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

type Given = Omit<VerifyIntegration, 'integration'>

function connectionOf({ platform, bot, url = '', accessToken, verificationToken }: Given): Connection {
  return {
    platform,
    bot: bot ?? '',
    url,
    access: accessToken ?? null,
    verification: verificationToken ?? null,
  }
}

function changedConnection(host: Host, known: Integration, given: Given): Connection {
  const { access, verification } = openSecrets(host, known, host.now())
  const { bot, url, accessToken, verificationToken } = given
  return {
    platform: known.platform,
    bot: bot ?? known.bot,
    url: url ?? known.url,
    access: accessToken ?? access,
    verification: verificationToken ?? verification,
  }
}

function proofOf(connection: Connection, id: string, { at }: By) {
  return { id, digest: digestOf(connection), since: at - PROOF_MS }
}

async function isNameTaken(db: ReadDb, { id, name }: Integration): Promise<boolean> {
  const isSame = (other: Integration) => other.id !== id && other.name.toLowerCase() === name.toLowerCase()
  return (await listIntegrations(db)).some(isSame)
}

type Act = Readonly<{ action: string; integration: Integration }>

function note(tx: WriteDb, { key, at }: By, { action, integration }: Act): Promise<void> {
  const { id, name, platform, url, state } = integration
  const detail = { integration: id, name, platform, url, state }
  return appendAudit(tx, { at, key, action, bot: '', version: '', detail })
}

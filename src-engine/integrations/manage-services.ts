import { randomBytes } from 'node:crypto'
import { problemsOfService, type Service } from '../../src-shared/integrations/service.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { Engine } from '../engine.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import type { ReadDb, WriteDb } from '../store/db.ts'
import { listIntegrations } from '../store/integrations.ts'
import {
  assetsTaken,
  deleteService,
  findService,
  listServices,
  SERVICES,
  type StoredService,
  saveService,
} from '../store/services.ts'

type By = Readonly<{ key: string; at: number }>
type Host = Pick<Engine, 'db'>

/** Keeps a new service (requirements.md IMI-08, IMI-09). */
export function addService({ db }: Host, service: Service, by: By): Promise<Result<StoredService>> {
  return db.atomically(async (tx): Promise<Result<StoredService>> => {
    await tx.lock([AUDIT, SERVICES])
    const id = `svc_${randomBytes(9).toString('base64url')}`
    return keep(tx, { ...service, id, revision: 1 }, { by, action: 'service.add' })
  })
}

/** Changes a service; `revision` is that of the service as it was seen. */
export function changeService(
  { db }: Host,
  id: string,
  { revision, ...service }: Service & Readonly<{ revision: number }>,
  by: By,
): Promise<Result<StoredService>> {
  return db.atomically(async (tx): Promise<Result<StoredService>> => {
    await tx.lock([AUDIT, SERVICES])
    const known = await findService(tx, id)
    if (!known) return fault('service/not-found')
    if (known.revision !== revision) return fault('service/changed', 'Look at it again first.')
    return keep(tx, { ...service, id, revision: revision + 1 }, { by, action: 'service.change' })
  })
}

export function removeService({ db }: Host, id: string, by: By): Promise<Result<Readonly<{ gone: true }>>> {
  return db.atomically(async (tx): Promise<Result<Readonly<{ gone: true }>>> => {
    await tx.lock([AUDIT, SERVICES])
    const known = await findService(tx, id)
    if (!known) return fault('service/not-found')
    await deleteService(tx, id)
    await note(tx, by, { action: 'service.remove', service: known })
    return ok({ gone: true })
  })
}

async function keep(
  tx: WriteDb,
  service: StoredService,
  { by, action }: Readonly<{ by: By; action: string }>,
): Promise<Result<StoredService>> {
  const refusal = await refusalOf(tx, service)
  if (refusal) return refusal
  await saveService(tx, service, by.at)
  await note(tx, by, { action, service })
  return ok(service)
}

async function refusalOf(db: ReadDb, service: StoredService) {
  const problems = [...problemsOfService(service), ...(await unfitting(db, service))].map(message => ({
    code: 'service/invalid',
    message,
  }))
  if (problems[0]) return fault('service/invalid', `${problems[0].message}.`, problems)
  const { id, name, assets } = service
  const isSame = (other: StoredService) => other.id !== id && other.name.toLowerCase() === name.toLowerCase()
  if ((await listServices(db)).some(isSame)) return fault('service/name-taken')
  const [taken] = await assetsTaken(
    db,
    id,
    assets.map(asset => asset.id),
  )
  return taken ? fault('service/asset-taken', `${taken.asset} belongs to ${taken.name}.`) : null
}

/** Bots are bots, desks are desks, and all of them are here. */
async function unfitting(db: ReadDb, { integrations, rules }: StoredService): Promise<readonly string[]> {
  const platforms = new Map((await listIntegrations(db)).map(({ id, platform }) => [id, platform]))
  const isDesk = (id: string) => platforms.get(id) === 'ccsp'
  return [
    ...integrations.filter(id => !platforms.has(id)).map(id => `integrations: there is no ${id}`),
    ...rules.flatMap(({ bot, desk }, index) => [
      ...(bot !== null && isDesk(bot) ? [`rules.${index}: ${bot} is no bot`] : []),
      ...(desk !== null && platforms.has(desk) && !isDesk(desk)
        ? [`rules.${index}: ${desk} is no desk`]
        : []),
    ]),
  ]
}

type Act = Readonly<{ action: string; service: StoredService }>

function note(tx: WriteDb, { key, at }: By, { action, service: { id, name, revision } }: Act): Promise<void> {
  const detail = { service: id, name, revision }
  return appendAudit(tx, { at, key, action, bot: '', version: '', detail })
}

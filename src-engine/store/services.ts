import type { Service } from '../../src-shared/integrations/service.ts'
import { listOf, type ReadDb, type WriteDb } from './db.ts'

/** `revision` counts its changes: who changes it says which one was seen. */
export type StoredService = Service & Readonly<{ id: string; revision: number }>

type Row = Readonly<{ id: string; name: string; content: string; revision: number }>

const COLUMNS = 's.id, s.name, s.content, s.revision'

/** The name to lock for whatever changes services: an asset belongs to one. */
export const SERVICES = 'services'

export async function listServices(db: ReadDb): Promise<readonly StoredService[]> {
  return (await db.all<Row>(`select ${COLUMNS} from service s order by s.name`)).map(fromRow)
}

export async function findService(db: ReadDb, id: string): Promise<StoredService | null> {
  const row = await db.get<Row>(`select ${COLUMNS} from service s where s.id = ?`, id)
  return row ? fromRow(row) : null
}

/** The services of some assets, by asset. */
export async function servicesOf(
  db: ReadDb,
  assets: readonly string[],
): Promise<ReadonlyMap<string, StoredService>> {
  const rows = await db.all<Row & { asset: string }>(
    `select a.asset, ${COLUMNS} from service_asset a join service s on s.id = a.service
     where a.asset in (select value->>0 from json_each(?))`,
    listOf(assets.map(asset => [asset])),
  )
  return new Map(rows.map(row => [row.asset, fromRow(row)]))
}

/** Whose the assets are already, other than this service's. */
export function assetsTaken(
  db: ReadDb,
  service: string,
  assets: readonly string[],
): Promise<readonly Readonly<{ asset: string; name: string }>[]> {
  return db.all(
    `select a.asset, s.name from service_asset a join service s on s.id = a.service
     where s.id <> ? and a.asset in (select value->>0 from json_each(?))`,
    service,
    listOf(assets.map(asset => [asset])),
  )
}

export async function saveService(tx: WriteDb, service: StoredService, at: number): Promise<void> {
  const { id, name, revision, assets, integrations, rules } = service
  const content = JSON.stringify({ assets, integrations, rules })
  const row = { id, name, content, revision, changed_at: at }
  const conflict = `on conflict (id) do update set name = excluded.name, content = excluded.content,
    revision = excluded.revision, changed_at = excluded.changed_at`
  await tx.insert('service', [row], { conflict })
  await tx.run('delete from service_asset where service = ?', id)
  if (assets.length > 0)
    await tx.insert(
      'service_asset',
      assets.map(asset => ({ asset: asset.id, service: id })),
    )
}

export async function deleteService(tx: WriteDb, id: string): Promise<void> {
  await tx.run('delete from service_asset where service = ?', id)
  await tx.run('delete from service where id = ?', id)
}

function fromRow({ content, id, name, revision }: Row): StoredService {
  return { ...JSON.parse(content), id, name, revision }
}

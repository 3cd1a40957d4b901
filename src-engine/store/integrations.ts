import type { Breaker, FailureUnit } from '../../src-shared/integrations/attempts.ts'
import type { Platform } from '../../src-shared/publish/integration-protocol.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** A bot or agent desk that things are told to. Times are epoch milliseconds. */
export type Integration = Readonly<{
  id: string
  name: string
  platform: Platform
  /** Of this engine; empty for one elsewhere. */
  bot: string
  url: string
  secrets: SealedSecrets
  /** SHA-256 of the secret of its incoming address. */
  hook: string
  state: Breaker['state']
  failures: number
  failureUnit: FailureUnit
  verifiedAt: number | null
  lastDoneAt: number | null
  lastError: string | null
  lastErrorAt: number | null
  createdAt: number
  changedAt: number
}>

/** Sealed; `previous` is the access token before, which is tried too until `until`. */
export type SealedSecrets = Readonly<{
  access?: string
  verification?: string
  previous?: Readonly<{ access: string; until: number }>
}>

type Row = Omit<Integration, 'secrets'> & Readonly<{ secrets: string }>

const COLUMNS = `id, name, platform, bot, url, secrets, hook, state, failures, failure_unit as "failureUnit",
  verified_at as "verifiedAt", last_done_at as "lastDoneAt", last_error as "lastError", last_error_at as "lastErrorAt",
  created_at as "createdAt", changed_at as "changedAt"`

export async function listIntegrations(db: ReadDb): Promise<readonly Integration[]> {
  return (await db.all<Row>(`select ${COLUMNS} from integration order by name`)).map(fromRow)
}

export async function findIntegration(db: ReadDb, id: string): Promise<Integration | null> {
  const row = await db.get<Row>(`select ${COLUMNS} from integration where id = ?`, id)
  return row ? fromRow(row) : null
}

/** The name to lock for whatever changes an integration. */
export function integrationName(id: string): string {
  return `integration/${id}`
}

/** Where deliveries to an integration go. */
export function targetOf(id: string): string {
  return `integration/${id}`
}

export async function saveIntegration(tx: WriteDb, integration: Integration): Promise<void> {
  const { failureUnit, verifiedAt, lastDoneAt, lastError, lastErrorAt, createdAt, changedAt, ...rest } =
    integration
  const row = {
    ...rest,
    secrets: JSON.stringify(integration.secrets),
    failure_unit: failureUnit,
    verified_at: verifiedAt,
    last_done_at: lastDoneAt,
    last_error: lastError,
    last_error_at: lastErrorAt,
    created_at: createdAt,
    changed_at: changedAt,
  }
  const set = Object.keys(row)
    .filter(column => column !== 'id')
    .map(column => `${column} = excluded.${column}`)
  await tx.insert('integration', [row], { conflict: `on conflict (id) do update set ${set.join(', ')}` })
}

export async function deleteIntegration(tx: WriteDb, id: string): Promise<void> {
  await tx.run('delete from integration where id = ?', id)
}

/** How it stands after an attempt; `error` is null for one that went well. */
export async function saveBreaker(
  tx: WriteDb,
  id: string,
  { state, failures, error, at }: Breaker & Readonly<{ error: string | null; at: number }>,
): Promise<void> {
  const sql =
    error === null
      ? 'update integration set state = ?, failures = ?, last_done_at = ? where id = ?'
      : 'update integration set state = ?, failures = ?, last_error_at = ?, last_error = ? where id = ?'
  await tx.run(
    sql,
    state,
    failures,
    at,
    ...(error === null ? [] : [tx.vault.seal('integration.last_error', error)]),
    id,
  )
}

/** Remembers that values were verified. */
export async function keepProof(
  tx: WriteDb,
  proof: Readonly<{ id: string; digest: string; at: number }>,
): Promise<void> {
  await tx.insert('integration_proof', [proof])
}

/** Takes a proof, once; false when it is of other values or older than `since`. */
export async function takeProof(
  tx: WriteDb,
  { id, digest, since }: Readonly<{ id: string; digest: string; since: number }>,
): Promise<boolean> {
  await tx.run('delete from integration_proof where at < ?', since)
  return (await tx.run('delete from integration_proof where id = ? and digest = ?', id, digest)) === 1
}

function fromRow({ secrets, ...row }: Row): Integration {
  return { ...row, secrets: JSON.parse(secrets) }
}

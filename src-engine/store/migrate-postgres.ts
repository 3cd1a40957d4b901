import { ENGINE_MIGRATIONS } from './migrations.ts'
import type { PostgresEngineDb } from './postgres.ts'

/** Where the shape's number is kept; a database without it is empty or somebody else's. */
const NUMBER = 'parley_version'

/**
 * Brings a database to the newest shape and answers the shape it has: a higher number than ours is a newer engine's,
 * and is left alone. Processes that start together wait for the first.
 */
export async function migratePostgres({ pool }: PostgresEngineDb): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query(`begin; select pg_advisory_xact_lock(hashtext('${NUMBER}'))`)
    await client.query(`create table if not exists ${NUMBER} (number bigint not null)`)
    const { rows } = await client.query<{ number: number | null }>(
      `select max(number) as number from ${NUMBER}`,
    )
    const present = rows[0]?.number ?? 0
    for (const [index, { postgres }] of ENGINE_MIGRATIONS.entries())
      if (index >= present) {
        await client.query(postgres)
        await client.query(`insert into ${NUMBER} (number) values (${index + 1})`)
      }
    await client.query('commit')
    return Math.max(present, ENGINE_MIGRATIONS.length)
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

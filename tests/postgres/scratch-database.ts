import { basename } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'

/** The database that those of the tests are copied from. */
export const TEMPLATE = 'parley_template'

const made = new Map<string, string>()

/** Whether the tests of this run are about PostgreSQL. */
export function isOnPostgres(): boolean {
  return inject('postgres') !== undefined
}

/** The address of the database that stands for a data folder, made when it is asked for first. */
export async function databaseOf(folder: string): Promise<string> {
  const known = made.get(folder)
  if (known) return known
  const url = new URL(inject('postgres'))
  const name = nameOf(folder)
  await atServer(`create database "${name}" template ${TEMPLATE} strategy file_copy`)
  url.pathname = `/${name}`
  made.set(folder, url.href)
  return url.href
}

export async function dropDatabase(folder: string): Promise<void> {
  if (made.delete(folder)) await atServer(`drop database "${nameOf(folder)}" with (force)`)
}

function nameOf(folder: string): string {
  return basename(folder)
}

let admin: Promise<pg.Client> | null = null

/** One connection for each test file, which ends with its worker. */
async function atServer(sql: string): Promise<void> {
  admin ??= connect()
  await (await admin).query(sql)
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: inject('postgres') })
  client.on('error', () => {})
  await client.connect()
  return client
}

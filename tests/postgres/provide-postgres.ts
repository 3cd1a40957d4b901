import type { TestProject } from 'vitest/node'
import { startEngine } from '../../src-engine/start-engine.ts'
import { KEYS, SEAL_KEYS } from '../integration/engine/test-key.ts'
import { createDatabase, type PostgresServer, startPostgres } from './postgres-server.ts'
import { TEMPLATE } from './scratch-database.ts'

let server: PostgresServer | null = null

/** One server for all tests of a run that need it, with an engine's empty data to copy from. */
export async function setup(project: TestProject): Promise<void> {
  server = await startPostgres()
  const databaseUrl = await createDatabase(server, TEMPLATE)
  const engine = await startEngine({
    keys: KEYS,
    sealKeys: SEAL_KEYS,
    logLevel: 'silent',
    dataFolder: '',
    databaseUrl,
  })
  await engine.close()
  project.provide('postgres', server.urlOf('postgres'))
}

export async function teardown(): Promise<void> {
  await server?.stop()
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
  }
}

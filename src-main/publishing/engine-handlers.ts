import type { ArgsOf } from '../../src-shared/ipc/contract.ts'
import type { EngineAccount, EngineLook } from '../../src-shared/ipc/engine-calls.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import {
  createPublishClient,
  type PublishClient,
  type Send,
} from '../../src-shared/publish/publish-client.ts'
import type { Handlers } from '../ipc/handlers.ts'
import type { WriteDb } from '../store/db.ts'
import { findEngine, listEngines, putEngine, removeEngine } from '../store/engine-accounts.ts'
import { storedKey } from './engine-client.ts'
import type { KeyVault } from './key-vault.ts'
import type { PublishQueue } from './publish-queue.ts'

type EngineCall = Extract<keyof Handlers, `engines.${string}`>

type Host = Readonly<{
  db: WriteDb
  vault: KeyVault
  send: Send
  timeoutMs?: number
  now: () => number
  /** The time that requests are signed with. */
  signedAt: () => number
  newId: () => string
  clientFor: (engine: string) => Promise<Result<PublishClient>>
  queue: PublishQueue
  /** Is told of what an engine answered. */
  heard: <T>(engine: string, answer: Result<T>) => Result<T>
}>

/** The list of engines; one is asked before it is kept, and whenever somebody wants to know how it does. */
export function engineHandlers(host: Host): Pick<Handlers, EngineCall> {
  const { db, queue, now } = host
  return {
    'engines.list': () => ok(listEngines(db)),
    'engines.put': account => saveEngine(host, account),
    'engines.remove': ({ id }) => {
      queue.abandon(id)
      return removeEngine(db, id) ? ok(null) : fault('store/not-found')
    },
    async 'engines.test'({ id }) {
      const client = await host.clientFor(id)
      return client.ok ? host.heard(id, await testEngine(client.value, now)) : client
    },
    async 'engines.verify'({ id, url, keyId, key }) {
      const opened = key === null ? await storedKey(host, id) : ok(key)
      if (!opened.ok) return opened
      const options = { ...host, now: host.signedAt, url, keyId, key: opened.value }
      return testEngine(createPublishClient(options), now)
    },
  }
}

async function saveEngine(
  { db, vault, newId }: Host,
  account: ArgsOf<'engines.put'>,
): Promise<Result<EngineAccount>> {
  const { key, ...rest } = account
  if (account.id !== null && !findEngine(db, account.id))
    return fault('store/not-found', 'This engine is not in the list any more.')
  const sealed = key === null ? null : await vault.seal(key)
  if (sealed && !sealed.ok) return sealed
  const id = account.id ?? `engine_${newId()}`
  return db.transaction(() => {
    putEngine(db, { ...rest, id }, sealed?.value ?? null)
    const stored = findEngine(db, id)
    return stored ? ok(stored) : fault('store/not-found')
  })
}

async function testEngine(client: PublishClient, now: () => number): Promise<Result<EngineLook>> {
  const began = now()
  const info = await client.info()
  if (!info.ok) return info
  const { engine, account, version = null, protocol, scopes = null } = info.value
  return ok({ engine, account, version, protocol, scopes, ms: now() - began })
}

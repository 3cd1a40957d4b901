import { createReadStream, existsSync } from 'node:fs'
import { mkdtemp, open, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { signRequest } from '../../src-shared/publish/sign-request.ts'
import type { EngineConfig } from '../config.ts'
import { findSealKeys } from '../seal-keys.ts'
import type { SigningKeys } from '../signing-keys.ts'
import { brokenAuditAt } from '../store/audit.ts'
import type { EngineDb } from '../store/db.ts'
import { openSqliteStore } from '../store/open-sqlite-store.ts'
import { openStore } from '../store/open-store.ts'
import { createSealer, type Sealer } from '../store/seal.ts'
import { BACKUP_PATH } from './backup-part.ts'
import { restoreBackup } from './restore-backup.ts'
import { backupOf, type Counts } from './write-backup.ts'

export const BACKUP_USAGE = `npm run engine -- backup FILE
npm run engine -- restore FILE
npm run engine -- drill FILE`

type Host = Readonly<{ config: EngineConfig; keys: SigningKeys; seal: Sealer }>

/** Runs `backup`, `restore` and `drill`; answers the lines to show. */
export async function backupCommand(
  verb: string,
  args: readonly string[],
  { config, keys }: Omit<Host, 'seal'>,
): Promise<Result<string>> {
  const [file] = args
  if (!file || args.length > 1) return fault('request/invalid', `It should be one of:\n${BACKUP_USAGE}`)
  const sealKeys = findSealKeys(config)
  if (!sealKeys.ok) return sealKeys
  const host = { config, keys, seal: createSealer(sealKeys.value) }
  if (verb === 'backup') return backup(file, host)
  if (!existsSync(file)) return fault('engine-data/bad-backup', `There is no file ${file}.`)
  return verb === 'drill' ? drill(file, host) : restore(file, host)
}

/** Of the data themselves, or asked of the engine that runs on them. A file appears when it is whole. */
async function backup(file: string, { config, keys, seal }: Host): Promise<Result<string>> {
  const store = await openStore(config, seal, 0)
  if (store.ok) {
    const db = store.value
    await write(file, backupOf({ db, seal, now: Date.now }))
    await db.close()
    return ok(`The backup is ${file}.`)
  }
  if (store.code !== 'engine-data/in-use') return store
  const source = await askRunning(config, keys)
  if (!source.ok) return source
  await write(file, source.value)
  return ok(`The backup of the running engine is ${file}.`)
}

async function askRunning(
  { host, port }: EngineConfig,
  keys: SigningKeys,
): Promise<Result<AsyncIterable<Uint8Array>>> {
  const [given] = keys
  const [keyId, [secret = '']] = given ?? ['', []]
  const signature = signRequest(secret, Date.now() / 1000, '')
  const answer = await fetch(`http://${host}:${port}${BACKUP_PATH}`, {
    headers: { 'x-parley-key': keyId, 'x-signature': signature },
  }).catch(() => null)
  if (!answer?.ok || !answer.body)
    return fault('engine-data/in-use', `The running engine at ${host}:${port} gave no backup.`)
  return ok(answer.body)
}

async function write(file: string, source: AsyncIterable<Uint8Array>): Promise<void> {
  const draft = `${file}.part`
  const handle = await open(draft, 'w', 0o600)
  try {
    for await (const part of source) await handle.writeFile(part)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
}

async function restore(file: string, { config, seal }: Host): Promise<Result<string>> {
  const store = await openStore(config, seal)
  if (!store.ok) return store
  const restored = await restoreInto(store.value, file, seal)
  await store.value.close()
  return restored.ok ? ok(`Restored:\n${linesOf(restored.value)}`) : restored
}

/** Restores into data that go away again, and looks whether they are whole (requirements.md NHN-147). */
async function drill(file: string, { seal }: Host): Promise<Result<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-drill-'))
  try {
    const store = await openSqliteStore(folder, seal)
    if (!store.ok) return store
    const restored = await restoreInto(store.value, file, seal)
    const broken = restored.ok ? await brokenAuditAt(store.value) : null
    await store.value.close()
    if (!restored.ok) return restored
    if (broken !== null)
      return fault('engine-data/bad-backup', `Entry ${broken + 1} of the audit log was changed.`)
    return ok(`It can be restored:\n${linesOf(restored.value)}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function restoreInto(db: EngineDb, file: string, seal: Sealer): Promise<Result<Counts>> {
  return restoreBackup({ db, seal, now: Date.now }, Readable.from(createReadStream(file)))
}

function linesOf(counts: Counts): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([table, count]) => `  ${table} ${count}`)
    .join('\n')
}

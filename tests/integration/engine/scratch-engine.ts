import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { type EngineOptions, type RunningEngine, startEngine } from '../../../src-engine/start-engine.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { createPublishClient, type PublishClient } from '../../../src-shared/publish/publish-client.ts'
import { databaseOf, dropDatabase, isOnPostgres } from '../../postgres/scratch-database.ts'
import { createAnswerCheck } from './answer-check.ts'
import { publishRequestOf } from './counting-bot.ts'
import { sendOverFetch } from './send-over-fetch.ts'
import { KEY_ID, KEYS, SEAL_KEYS, SECRET } from './test-key.ts'

const answers = createAnswerCheck()

/** A folder, and the database that stands for it where the tests are about one, that go away after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-engine-'))
  onTestFinished(async () => {
    await dropDatabase(folder)
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** An engine in this process that ends with the test, every answer of which is compared with the document it serves. */
export async function scratchEngine(options: Partial<EngineOptions> = {}): Promise<RunningEngine> {
  const dataFolder = options.dataFolder ?? scratchFolder()
  const databaseUrl = isOnPostgres() ? await databaseOf(dataFolder) : null
  const engine = await startEngine({
    keys: KEYS,
    sealKeys: SEAL_KEYS,
    logLevel: 'silent',
    databaseUrl,
    observe: answers.observe,
    ...options,
    dataFolder,
  })
  onTestFinished(async () => {
    await engine.close()
    expect(answers.takeMismatches(), 'answers that do not fit the served document').toEqual([])
  })
  return engine
}

export function clientOf(
  url: string,
  options: { now?: () => number; timeoutMs?: number; key?: string } = {},
): PublishClient {
  const { now = Date.now, key = SECRET, ...rest } = options
  return createPublishClient({ url, keyId: KEY_ID, key, send: sendOverFetch, now, ...rest })
}

/** Publishes a bot as 0.1 and activates it. */
export async function putToWork(url: string, document: BotDocument, now?: () => number): Promise<void> {
  const client = clientOf(url, now ? { now } : {})
  const published = await client.publish(document.bot.id, '0.1', publishRequestOf(document))
  const active = published.ok
    ? await client.activate(document.bot.id, { version: '0.1', expectedActive: null })
    : published
  if (!active.ok) throw new Error(JSON.stringify(active))
}

import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { BotStatus } from '../../src-shared/publish/protocol.ts'
import type { PublishClient } from '../../src-shared/publish/publish-client.ts'
import { uploadFiles } from '../../src-shared/publish/upload-files.ts'
import type { ReadDb } from '../store/db.ts'
import { readFileBytes } from '../store/media.ts'
import type { StoredJob } from '../store/publish-jobs.ts'
import { versionContent } from '../store/versions.ts'

/** Characters of a note that engines take. */
const MOST_NOTE = 2000

type Run = Readonly<{
  db: ReadDb
  client: PublishClient
  job: StoredJob
  onProgress: (fraction: number) => void
}>

/** Carries a job out on the engine and answers what the engine then says of the bot. */
export function runJob(run: Run): Promise<Result<BotStatus>> {
  switch (run.job.action) {
    case 'publish':
      return publish(run)
    case 'activate':
      return activate(run)
    case 'stage':
      return stage(run)
    case 'deactivate':
      return deactivate(run)
  }
}

async function publish({ db, client, job, onProgress }: Run): Promise<Result<BotStatus>> {
  const content = versionContent(db, job.bot, job.version)
  if (!content.ok) return content
  const { document, bundle, row } = content.value
  const files = await uploadFiles(client, document, hash => {
    const file = readFileBytes(db, hash)
    return file && Buffer.from(file.bytes).toString('base64')
  })
  if (!files.ok) return files
  const note = [...new Set([row.note, job.reason])].filter(Boolean).join('\n').slice(0, MOST_NOTE)
  const request = { name: document.bot.name, hash: bundle.hash, bundle: bundle.text, note }
  return client.publish(job.bot, job.version, request, onProgress)
}

/**
 * The engine is asked what is active, so that of two designers one wins (KAL-14). An earlier try whose answer was
 * lost may have done it already: activating again would mint another number.
 */
async function activate({ client, job }: Run): Promise<Result<BotStatus>> {
  const status = await client.status(job.bot)
  if (!status.ok) return status
  if (!status.value) return fault('lifecycle/not-published', 'Publish it to this engine first.')
  const active = status.value.versions.find(({ state }) => state === 'active')
  const done =
    active && (active.version === job.version || (job.attempts > 1 && active.derivedFrom === job.version))
  if (done) return ok(status.value)
  return client.activate(job.bot, { version: job.version, expectedActive: status.value.active })
}

/** What is staged is told by number and percentage; another one is replaced. */
async function stage({ client, job }: Run): Promise<Result<BotStatus>> {
  const status = await client.status(job.bot)
  if (!status.ok) return status
  if (!status.value) return fault('lifecycle/not-published', 'Publish it to this engine first.')
  const { active, stage: present } = status.value
  if (active === null || job.staging === null)
    return fault('lifecycle/not-allowed', 'No version is active, so activate it for everybody.')
  const expectedStaged = present?.version ?? null
  if (job.attempts > 1 && expectedStaged === job.version && present?.percent === job.staging.percent)
    return ok(status.value)
  return client.stage(job.bot, {
    ...job.staging,
    version: job.version,
    expectedActive: active,
    expectedStaged,
  })
}

async function deactivate({ client, job }: Run): Promise<Result<BotStatus>> {
  const { reason, conversations, message } = job
  if (job.attempts > 1) {
    const status = await client.status(job.bot)
    if (!status.ok) return status
    if (status.value && status.value.active === null) return ok(status.value)
  }
  return client.deactivate(job.bot, { reason, conversations, message })
}

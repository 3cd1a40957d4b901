import type { BotId } from '../../src-shared/document/ids.ts'
import type { PublishJob } from '../../src-shared/ipc/publish-calls.ts'
import type { Staging } from '../../src-shared/publish/stage-protocol.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** A job with all that is needed to carry it out, also after a restart. */
export type StoredJob = Omit<PublishJob, 'progress'> &
  Readonly<{
    reason: string
    conversations: 'finish' | 'end'
    message: string
    /** For whom the version is staged; null for other actions. */
    staging: Staging | null
    actor: string
  }>

type Row = Omit<StoredJob, 'fault' | 'staging'> & { fault: string | null; staging: string | null }

/** Finished jobs given to the window; older ones stay in the file. */
const SHOWN = 50

const COLUMNS =
  'id, bot, engine, action, version, reason, conversations, message, staging, actor, state, attempts, fault, at'

export function insertJob(db: WriteDb, job: StoredJob): void {
  const {
    id,
    bot,
    engine,
    action,
    version,
    reason,
    conversations,
    message,
    staging,
    actor,
    state,
    attempts,
    fault,
    at,
  } = job
  db.run(
    `insert into publish_job (${COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[
      id,
      bot,
      engine,
      action,
      version,
      reason,
      conversations,
      message,
      staging && JSON.stringify(staging),
      actor,
      state,
      attempts,
      fault && JSON.stringify(fault),
      at,
    ],
  )
}

/** Writes how far a job has come. */
export function updateJob(db: WriteDb, { id, state, attempts, fault }: StoredJob): void {
  db.run(
    'update publish_job set state = ?, attempts = ?, fault = ? where id = ?',
    state,
    attempts,
    fault && JSON.stringify(fault),
    id,
  )
}

export function deleteJob(db: WriteDb, id: string): void {
  db.run('delete from publish_job where id = ?', id)
}

export function findJob(db: ReadDb, id: string): StoredJob | undefined {
  return db.all<Row>(`select ${COLUMNS} from publish_job where id = ?`, id).map(toJob)[0]
}

/** The newest jobs of a bot, newest first. */
export function jobsOfBot(db: ReadDb, bot: BotId): readonly StoredJob[] {
  return db
    .all<Row>(`select ${COLUMNS} from publish_job where bot = ? order by rowid desc limit ?`, bot, SHOWN)
    .map(toJob)
}

/** All jobs that are not finished, in the order they were asked for. */
export function openJobs(db: ReadDb): readonly StoredJob[] {
  return db
    .all<Row>(`select ${COLUMNS} from publish_job where state in ('waiting', 'sending') order by rowid`)
    .map(toJob)
}

function toJob({ fault, staging, ...row }: Row): StoredJob {
  return { ...row, fault: parsed(fault), staging: parsed(staging) }
}

function parsed(json: string | null) {
  return json === null ? null : JSON.parse(json)
}

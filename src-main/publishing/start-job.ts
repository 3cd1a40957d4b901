import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { TestcaseRecord } from '../../src-shared/document/testcase.ts'
import type { ArgsOf, PublishJob } from '../../src-shared/ipc/contract.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { nextState } from '../../src-shared/lifecycle/lifecycle.ts'
import { lint } from '../../src-shared/lint/lint.ts'
import { bundleOf } from '../../src-shared/publish/bundle.ts'
import { failingTests } from '../../src-shared/testing/failing-tests.ts'
import { contentAt } from '../store/content.ts'
import type { ReadDb } from '../store/db.ts'
import { findEngine } from '../store/engine-accounts.ts'
import { lastSeq } from '../store/log.ts'
import { jobsOfBot, type StoredJob } from '../store/publish-jobs.ts'
import { type VersionRow, versionContent } from '../store/versions.ts'
import type { PublishQueue } from './publish-queue.ts'

type Wish = ArgsOf<'publish.start'>
type Start = Readonly<{ db: ReadDb; queue: PublishQueue; wish: Wish; id: string; actor: string; at: number }>

/** Checks what can be checked without the engine (KAL-12, KAL-14, KAL-16, KAL-18), then queues the job. */
export function startJob({ db, queue, wish, id, actor, at }: Start): Result<PublishJob> {
  if (!findEngine(db, wish.engine))
    return fault('store/not-found', 'This engine is not in the list any more.')
  const content = versionContent(db, wish.bot, wish.version)
  const allowed = content.ok ? checkWish(db, wish, content.value.row) : content
  if (!allowed.ok) return allowed
  if (wish.action === 'publish' && content.ok) {
    const errors = lint(content.value.document).filter(({ severity }) => severity === 'error')
    const problems = errors.map(({ code, message, said, record }) => ({
      code,
      message,
      said,
      pointer: record,
    }))
    if (problems.length > 0)
      return fault('lifecycle/has-errors', `Version ${wish.version} has ${problems.length}.`, problems)
  }
  if (wish.action === 'publish' && content.ok && wish.reason.trim() === '') {
    const { document, row } = content.value
    const failed = failingTests(document, testsOf(db, wish.bot, { document, hash: row.hash }))
    const problems = failed.map(({ id, name }) => ({
      code: 'lifecycle/tests-failed',
      message: name,
      pointer: id,
    }))
    if (failed.length > 0)
      return fault('lifecycle/tests-failed', 'Mend them, or say why it is published all the same.', problems)
  }
  const { message = '', ...rest } = wish
  return ok(queue.add({ ...rest, message, id, actor, at, state: 'waiting', attempts: 0, fault: null }))
}

function checkWish(db: ReadDb, wish: Wish, { state, version }: VersionRow): Result<null> {
  if (wish.action === 'deactivate' && wish.reason.trim() === '') return fault('lifecycle/reason-required')
  if (wish.action === 'activate' && state === 'drafted' && isOnItsWay(jobsOfBot(db, wish.bot), wish))
    return ok(null)
  // Activating or publishing what another engine already runs is that engine's affair.
  if (state === 'active' && wish.action !== 'deactivate') return ok(null)
  if (state === 'deactivated' && wish.action === 'publish') return ok(null)
  const next = nextState(state, wish.action)
  return next.ok ? ok(null) : fault(next.code, `Version ${version} is ${state}.`)
}

/** Tests are no part of what is published: while the bot is as the version is, those that it has now count. */
function testsOf(
  db: ReadDb,
  bot: BotId,
  version: Readonly<{ document: BotDocument; hash: string }>,
): Iterable<TestcaseRecord> {
  const last = lastSeq(db, bot)
  const now = last === null ? null : contentAt(db, bot, last)
  return (now && bundleOf(now).hash === version.hash ? now : version.document).all('testcase')
}

function isOnItsWay(jobs: readonly StoredJob[], { engine, version }: Wish): boolean {
  return jobs.some(
    job =>
      job.engine === engine &&
      job.version === version &&
      job.action === 'publish' &&
      (job.state === 'waiting' || job.state === 'sending'),
  )
}

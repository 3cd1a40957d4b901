import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { ArgsOf } from '../../src-shared/ipc/contract.ts'
import type { PublishJob } from '../../src-shared/ipc/publish-calls.ts'
import { type Fault, fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { nextState } from '../../src-shared/lifecycle/lifecycle.ts'
import { lint } from '../../src-shared/lint/lint.ts'
import { activationHindrances } from '../../src-shared/onboarding/activation.ts'
import { withStudiesOf } from '../../src-shared/onboarding/with-studies-of.ts'
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
  if (content.ok && wish.action !== 'deactivate') {
    const { document, row } = content.value
    const hindered = hindranceOf(wish, { version: document, present: presentOf(db, wish.bot, document), row })
    if (hindered) return hindered
  }
  const { message = '', staging = null, ...rest } = wish
  return ok(
    queue.add({ ...rest, message, staging, id, actor, at, state: 'waiting', attempts: 0, fault: null }),
  )
}

/**
 * What is asked for as it was saved, and the bot as it is now: what people said about it (tests, studies, steps) is no
 * part of a version.
 */
type Asked = Readonly<{ version: BotDocument; present: BotDocument; row: VersionRow }>

function hindranceOf(wish: Wish, asked: Asked): Fault | null {
  switch (wish.action) {
    case 'publish':
      return errorsOf(asked) ?? (wish.reason.trim() === '' ? failuresOf(asked) : null)
    case 'activate':
    case 'stage':
      return stepsOf(asked)
    case 'deactivate':
      return null
  }
}

function errorsOf({ version, present, row }: Asked): Fault | null {
  const errors = lint(withStudiesOf(version, present)).filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return null
  const problems = errors.map(({ code, message, said, record }) => ({ code, message, said, pointer: record }))
  return fault('lifecycle/has-errors', `Version ${row.version} has ${problems.length}.`, problems)
}

/** Tests of the bot as it is now count while it is as the version is, those of the version otherwise. */
function failuresOf({ version, present, row }: Asked): Fault | null {
  const tests = (bundleOf(present).hash === row.hash ? present : version).all('testcase')
  const failed = failingTests(version, tests)
  if (failed.length === 0) return null
  const problems = failed.map(({ id, name }) => ({
    code: 'lifecycle/tests-failed',
    message: name,
    pointer: id,
  }))
  return fault('lifecycle/tests-failed', 'Mend them, or say why it is published all the same.', problems)
}

/** requirements.md KAL-01: activation waits for the steps of the bot's channels. */
function stepsOf({ version, present, row }: Asked): Fault | null {
  const problems = activationHindrances(version, present)
  if (problems.length === 0) return null
  return fault('lifecycle/steps-open', `Version ${row.version} was not activated.`, problems)
}

/** The bot as it is now; as it was saved where it is gone. */
function presentOf(db: ReadDb, bot: BotId, version: BotDocument): BotDocument {
  const last = lastSeq(db, bot)
  return last === null ? version : contentAt(db, bot, last)
}

function checkWish(db: ReadDb, wish: Wish, { state, version }: VersionRow): Result<null> {
  if (wish.action === 'deactivate' && wish.reason.trim() === '') return fault('lifecycle/reason-required')
  const goesLive = wish.action === 'activate' || wish.action === 'stage'
  if (goesLive && state === 'drafted' && isOnItsWay(jobsOfBot(db, wish.bot), wish)) return ok(null)
  // Activating or publishing what another engine already runs is that engine's affair.
  if (state === 'active' && wish.action !== 'deactivate') return ok(null)
  if (state === 'deactivated' && wish.action === 'publish') return ok(null)
  const next = nextState(state, wish.action === 'stage' ? 'activate' : wish.action)
  return next.ok ? ok(null) : fault(next.code, `Version ${version} is ${state}.`)
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

import type { ArgsOf, Notice } from '../../src-shared/ipc/contract.ts'
import { ok, type Result } from '../../src-shared/kit/result.ts'
import { createAuditClient } from '../../src-shared/publish/audit-client.ts'
import { createKeyClient } from '../../src-shared/publish/key-client.ts'
import { createLiveClient } from '../../src-shared/publish/live-client.ts'
import { createPeopleClient } from '../../src-shared/publish/people-client.ts'
import type { BotStatus } from '../../src-shared/publish/protocol.ts'
import {
  createPublishClient,
  type EngineOptions,
  type PublishClient,
  type Send,
} from '../../src-shared/publish/publish-client.ts'
import { bringConversations } from '../../src-shared/testing/bring-conversations.ts'
import type { Handlers } from '../ipc/handlers.ts'
import type { WriteDb } from '../store/db.ts'
import { mirrorStatus } from '../store/mirror-status.ts'
import { readPreferences } from '../store/settings.ts'
import { auditHandlers } from './audit-handlers.ts'
import { engineOptions } from './engine-client.ts'
import { engineHandlers } from './engine-handlers.ts'
import { EventCourier } from './event-courier.ts'
import { keyHandlers } from './key-handlers.ts'
import type { KeyVault } from './key-vault.ts'
import { liveHandlers } from './live-handlers.ts'
import { neverTwice } from './never-twice.ts'
import { peopleHandlers } from './people-handlers.ts'
import { PublishQueue } from './publish-queue.ts'
import { startJob } from './start-job.ts'

/** What publishing is given from outside; `after` runs something later and answers what calls it off. */
export type PublishingHost = Readonly<{
  db: WriteDb
  vault: KeyVault
  send: Send
  timeoutMs?: number
  now: () => number
  newId: () => string
  after: (ms: number, run: () => void) => () => void
  notify: (notice: Notice) => void
  /** Puts a text on the system's clipboard. */
  copy: (text: string) => void
  log: (error: unknown) => void
}>

type PublishingCall = Extract<
  keyof Handlers,
  | `audit.${string}`
  | `engines.${string}`
  | `keys.${string}`
  | `people.${string}`
  | `vault.${string}`
  | `publish.${string}`
  | `live.${string}`
>

/** The part of the main process that deals with engines; loaded when it is first needed. */
export type Publishing = Readonly<{
  handlers: Pick<Handlers, PublishingCall>
  queue: PublishQueue
  vault: KeyVault
  /** Begins nothing more; for the end of the program. */
  stop: () => void
}>

export function createPublishing(host: PublishingHost): Publishing {
  const { db, vault, now, newId } = host
  const signedAt = neverTwice(now)
  const optionsFor = (engine: string) => engineOptions({ ...host, now: signedAt }, engine)
  const asker =
    <T>(create: (options: EngineOptions) => T) =>
    async (engine: string) => {
      const options = await optionsFor(engine)
      return options.ok ? ok(create(options.value)) : options
    }
  const clientFor = asker(createPublishClient)
  const courier = new EventCourier({ ...host, clientFor: asker(createAuditClient) })
  const heard = <T>(engine: string, answer: Result<T>) => {
    if (answer.ok) void courier.tell(engine)
    return answer
  }
  const queue = new PublishQueue({
    ...host,
    clientFor,
    notify(notice) {
      host.notify(notice)
      if (notice.type === 'publishJob' && notice.job.state === 'done') void courier.tell(notice.job.engine)
    },
  })
  const handlers: Publishing['handlers'] = {
    ...engineHandlers({ ...host, signedAt, clientFor, queue, heard }),
    ...auditHandlers(asker(createAuditClient)),
    ...peopleHandlers(asker(createPeopleClient)),
    ...keyHandlers({ ...host, clientFor: asker(createKeyClient) }),
    'vault.status': () => ok({ state: vault.status() }),
    async 'vault.unlock'({ passphrase }) {
      const opened = await vault.unlock(passphrase)
      if (opened.ok) queue.wake()
      return opened
    },
    async 'publish.status'({ bot, engine }) {
      const client = await clientFor(engine)
      return client.ok ? heard(engine, await statusOnEngine(host, client.value, { bot, engine })) : client
    },
    async 'publish.conversations'({ bot, engine }) {
      const client = await clientFor(engine)
      return client.ok ? bringConversations(client.value, bot) : client
    },
    'publish.jobs': ({ bot }) => ok(queue.list(bot)),
    'publish.start': wish =>
      startJob({ db, queue, wish, id: `job_${newId()}`, actor: readPreferences(db).actor, at: now() }),
    'publish.retry': ({ id }) => queue.retry(id),
    'publish.cancel': ({ id }) => queue.cancel(id),
    ...liveHandlers(asker(createLiveClient)),
  }
  const stop = () => {
    queue.stop()
    courier.stop()
  }
  return { handlers, queue, vault, stop }
}

async function statusOnEngine(
  host: PublishingHost,
  client: PublishClient,
  { bot, engine }: ArgsOf<'publish.status'>,
): Promise<Result<BotStatus | null>> {
  const status = await client.status(bot)
  if (!status.ok || !status.value) return status
  const { actor } = readPreferences(host.db)
  const said = { engine, bot, status: status.value, actor, at: host.now(), reason: '' }
  const changed = host.db.transaction(() => ok(mirrorStatus(host.db, said)))
  if (changed.ok && changed.value) host.notify({ type: 'versionsChanged', bot })
  return status
}

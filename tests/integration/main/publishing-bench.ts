import { onTestFinished } from 'vitest'
import { saveBotVersion } from '../../../src-main/library/save-version.ts'
import { createKeyVault, type SystemSafe } from '../../../src-main/publishing/key-vault.ts'
import { createPublishing } from '../../../src-main/publishing/publishing-handlers.ts'
import { sendOverHttp } from '../../../src-main/publishing/send-over-http.ts'
import type { LibraryDb } from '../../../src-main/store/db.ts'
import { lastSeq } from '../../../src-main/store/log.ts'
import type { ArgsOf, Notice } from '../../../src-shared/ipc/contract.ts'
import type { PublishJob } from '../../../src-shared/ipc/publish-calls.ts'
import type { Send } from '../../../src-shared/publish/publish-client.ts'
import { BOT, chainBot } from '../store/chain-bot.ts'
import { addDocument, ids, NOW, scratchLibrary, value } from '../store/scratch-library.ts'
import { KEY } from './scripted-engine.ts'

/** Seals visibly, but not readably: for tests of everything but the sealing itself. */
const TURNING_SAFE: SystemSafe = {
  encryptString: text => turned(Buffer.from(text, 'utf8')),
  decryptString: bytes => Buffer.from(turned(bytes)).toString('utf8'),
}

function turned(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes, byte => byte ^ 0x5a)
}

type Options = Readonly<{
  db?: LibraryDb
  system?: SystemSafe | null
  passphrase?: string | null
  send?: Send
}>

/** Publishing over a library with one bot saved as 0.1, with timers that fire when the test says so. */
export function publishingBench({
  db = savedChain(),
  system = TURNING_SAFE,
  passphrase = null,
  send = sendOverHttp,
}: Options = {}) {
  const notices: Notice[] = []
  const timers = new Map<number, { ms: number; run: () => void }>()
  const copied: string[] = []
  const watchers = new Set<() => void>()
  let timer = 0
  const publishing = createPublishing({
    db,
    vault: createKeyVault({ db, system, passphrase }),
    send,
    now: () => NOW,
    newId: ids('p'),
    after(ms, run) {
      const id = timer++
      timers.set(id, { ms, run })
      for (const look of [...watchers]) look()
      return () => timers.delete(id)
    },
    notify(notice) {
      notices.push(notice)
      for (const look of [...watchers]) look()
    },
    copy: text => copied.push(text),
    log: error => {
      throw error
    },
  })
  onTestFinished(publishing.stop)
  const { handlers, queue } = publishing

  /** Resolves when the condition is true; it is looked at whenever something happens. */
  function until(condition: () => boolean): Promise<void> {
    return new Promise(resolve => {
      const look = () => {
        if (!condition()) return
        watchers.delete(look)
        resolve()
      }
      watchers.add(look)
      look()
    })
  }

  /** Fires the waiting timers and answers how long they would have waited. */
  function elapse(): number[] {
    const due = [...timers.values()]
    timers.clear()
    for (const { run } of due) run()
    return due.map(({ ms }) => ms)
  }

  const job = (id: string): PublishJob => value(queueList()).find(each => each.id === id) as PublishJob
  const queueList = () => ({ ok: true, value: queue.list(BOT) }) as const
  return {
    db,
    handlers,
    queue,
    notices,
    copied,
    elapse,
    job,
    /** Resolves when the job is in one of the states; a job that waits is resting when this says so. */
    reached: (id: string, ...states: PublishJob['state'][]) =>
      until(() => states.includes(job(id).state) && (job(id).state !== 'waiting' || timers.size > 0)),
    addEngine: async (url: string) =>
      value(await handlers['engines.put']({ id: null, name: 'Engine', url, keyId: 'k1', key: KEY })).id,
    start: async (
      engine: string,
      action: PublishJob['action'],
      changed: Partial<ArgsOf<'publish.start'>> = {},
    ) =>
      handlers['publish.start']({
        bot: BOT,
        engine,
        action,
        version: '0.1',
        reason: '',
        conversations: 'finish',
        ...changed,
      }),
  }
}

export function savedChain(): LibraryDb {
  const db = scratchLibrary()
  addDocument(db, chainBot(3))
  value(saveBotVersion(db, { bot: BOT, seq: lastSeq(db, BOT) ?? 0, note: 'first', actor: 'Tester', at: NOW }))
  return db
}

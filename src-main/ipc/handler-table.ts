import { basename } from 'node:path'
import { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { FileWorking, Preferences } from '../../src-shared/ipc/contract.ts'
import type { MenuSpec } from '../../src-shared/ipc/menu-spec.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { TestDesk } from '../api-test/test-desk.ts'
import type { ReviewFileHost } from '../library/export-review-file.ts'
import { FileWork } from '../library/file-work.ts'
import type { PictureHost } from '../library/save-picture.ts'
import { botAtStart, openAndRemember, tellRecent } from '../library/start-library.ts'
import type { Publishing } from '../publishing/publishing-handlers.ts'
import type { ReviewDesk } from '../review/review-desk.ts'
import {
  archiveBot,
  duplicateBot,
  listBots,
  livingRecords,
  type RecentBot,
  removeBot,
  restoreBot,
} from '../store/bots.ts'
import type { WriteDb } from '../store/db.ts'
import { noteExport } from '../store/designer-events.ts'
import { readHistory } from '../store/history.ts'
import { lastSeq, readLog } from '../store/log.ts'
import { hasFile, putFile } from '../store/media.ts'
import { changePreferences, readPreferences } from '../store/settings.ts'
import { readVersions, setVersionNote, toStoredVersion, versionContent } from '../store/versions.ts'
import type { Handlers } from './handlers.ts'

/** What the handlers are given from outside; everything of Electron comes in here, so that tests need none of it. */
export type HandlerHost = Readonly<{
  db: WriteDb
  /** The file the app was started with, the first time it is asked for. */
  takeFile: () => string | null
  showMenu: (spec: MenuSpec) => void
  tellWork: (working: FileWorking | null) => void
  /** Where packages for review wait that the person has to decide about. */
  desk: ReviewDesk
  showRecent: (recent: readonly RecentBot[]) => void
  /** What the person should know of how the library was opened. */
  notice: string | null
  platform: string
  /** The folder of the sample bots. */
  samples: string
  /** The folder of the starter bots. */
  starters: string
  now: () => number
  newId: () => string
  /** The system's dialogs: a path, or null when the person changed their mind. */
  askOpenFile: () => Promise<string | null>
  askSaveFile: (suggestedName: string) => Promise<string | null>
  askOpenTexts: () => Promise<string | null>
  askSaveTexts: (suggestedName: string) => Promise<string | null>
  pictures: PictureHost
  reviews: ReviewFileHost
  openAddress: (url: string) => Promise<void>
  /** Does what the system's keys for it do, where the focus is. */
  actOnClipboard: (act: 'cut' | 'copy' | 'paste') => void
  /** A theme asked for on the command line goes before the stored one, and is not stored. */
  shownPreferences: (preferences: Preferences) => Preferences
  publishing: () => Promise<Publishing>
}>

/** The handler of every call. What the first picture does not need is imported when it is first called. */
export function createHandlers(host: HandlerHost): Handlers {
  const work = new FileWork(host.tellWork)
  return {
    ...appHandlers(host),
    ...libraryHandlers(host),
    ...packageHandlers(host, work),
    ...reviewHandlers(host, work),
    ...textsHandlers(host),
    ...reviewFileHandlers(host),
    ...versionHandlers(host),
    ...publishingHandlers(host),
    ...apiTestHandlers(host),
  }
}

function appHandlers(host: HandlerHost) {
  const { db, notice, platform } = host
  return {
    async 'app.start'() {
      const { opened, refused } = await botAtStart(host)
      const preferences = host.shownPreferences(readPreferences(db))
      return ok({ preferences, opened, platform, notice, refused })
    },
    'menu.show'(spec) {
      host.showMenu(spec)
      return ok(null)
    },
    'preferences.set': changed => ok(host.shownPreferences(changePreferences(db, changed))),
    'clipboard.act'({ act }) {
      host.actOnClipboard(act)
      return ok(null)
    },
    async 'shell.open'({ url }) {
      await host.openAddress(url)
      return ok(null)
    },
  } satisfies Partial<Handlers>
}

function libraryHandlers(host: HandlerHost) {
  const { db, now, newId } = host
  const told = (result: Result<null>) => {
    if (result.ok) tellRecent(host)
    return result
  }
  return {
    'library.list': () => ok(listBots(db)),
    async 'library.create'({ records }) {
      const { createBot } = await import('../library/create-bot.ts')
      return createBot(db, records, { at: now(), newId })
    },
    'library.open': ({ bot }) => openAndRemember(host, bot),
    'library.remove': ({ bot }) => told(removeBot(db, bot, now())),
    'library.restore': ({ bot }) => told(restoreBot(db, bot)),
    'library.archive': ({ bot, archived }) => told(archiveBot(db, bot, archived ? now() : null)),
    async 'library.rename'({ bot, name }) {
      const { renameBot } = await import('../library/rename-bot.ts')
      const { actor } = readPreferences(db)
      return told(renameBot(db, { bot, name, id: newId(), actor, at: now() }))
    },
    async 'library.addSample'({ sample }) {
      const { addSample } = await import('../library/add-sample.ts')
      return addSample(host, sample)
    },
    async 'library.addStarter'(wish) {
      const { addStarter } = await import('../library/add-starter.ts')
      return addStarter(host, wish)
    },
    async 'edits.append'({ bot, edit }) {
      const { appendEdit } = await import('../store/append-edit.ts')
      return appendEdit(db, bot, edit)
    },
    'edits.page': ({ bot, before, limit }) =>
      lastSeq(db, bot) === null ? fault('store/not-found') : ok(readLog(db, bot, { before, limit })),
    'media.put': ({ bytes }) => putFile(db, bytes, now()),
    'media.absent': ({ hashes }) => ok(hashes.filter(hash => !hasFile(db, hash))),
  } satisfies Partial<Handlers>
}

function packageHandlers(host: HandlerHost, work: FileWork) {
  const { db, now, newId, askOpenFile, askSaveFile, pictures, desk } = host
  return {
    async 'export.save'(picture) {
      const { savePicture } = await import('../library/save-picture.ts')
      return savePicture(pictures, picture)
    },
    async 'package.import'() {
      const path = await askOpenFile()
      if (path === null) return ok(null)
      const { importPackage } = await import('../library/import-package.ts')
      return work.run({ doing: 'read', name: basename(path) }, isWanted =>
        importPackage(db, path, { at: now(), newId, desk }, isWanted),
      )
    },
    async 'package.take'(file) {
      const { takePackage } = await import('../library/import-package.ts')
      return work.run({ doing: 'read', name: file.name }, isWanted =>
        takePackage(db, file, { at: now(), newId, desk }, isWanted),
      )
    },
    async 'package.read'() {
      const path = await askOpenFile()
      if (path === null) return ok(null)
      const { readPackageFile } = await import('../library/read-package-file.ts')
      return work.run({ doing: 'read', name: basename(path) }, isWanted =>
        readPackageFile(db, path, now(), isWanted),
      )
    },
    'package.cancel'() {
      work.cancel()
      return ok(null)
    },
    async 'package.export'({ bot }) {
      const records = livingRecords(db, bot)
      if (!records.ok) return records
      const { exportPackage, packageFileName } = await import('../library/export-package.ts')
      const document = BotDocument.of(records.value)
      const path = await askSaveFile(packageFileName(document.bot.name))
      if (path === null) return ok(null)
      return exported(
        host,
        { bot, format: 'package' },
        work.run({ doing: 'write', name: basename(path) }, isWanted =>
          exportPackage(db, document, path, isWanted),
        ),
      )
    },
    'library.duplicate': ({ bot, name }) =>
      work.run({ doing: 'copy', name }, async isWanted =>
        (await isWanted()) ? duplicateBot(db, bot, { name, at: now(), newId }) : ok(null),
      ),
  } satisfies Partial<Handlers>
}

/** Notes that a bot left the library as a file, once it has. */
async function exported<T>(
  { db, now }: HandlerHost,
  what: Readonly<{ bot: BotId; format: string }>,
  written: Promise<Result<T | null>>,
): Promise<Result<T | null>> {
  const answer = await written
  if (answer.ok && answer.value !== null)
    noteExport(db, { ...what, actor: readPreferences(db).actor, at: now() })
  return answer
}

function reviewFileHandlers(host: HandlerHost) {
  const { db, now, reviews } = host
  return {
    async 'reviewFile.export'({ bot, format }) {
      const { reviewedBots } = await import('../library/review-bots.ts')
      const bots = reviewedBots(db, bot, now())
      if (!bots.ok) return bots
      const { exportReviewFile } = await import('../library/export-review-file.ts')
      return exported(host, { bot, format }, exportReviewFile(db, reviews, bots.value, format))
    },
    async 'comments.open'() {
      const path = await reviews.askOpenComments()
      if (path === null) return ok(null)
      const { readCommentsFile } = await import('../library/export-review-file.ts')
      return readCommentsFile(path)
    },
  } satisfies Partial<Handlers>
}

function reviewHandlers(host: HandlerHost, work: FileWork) {
  const { db, now, newId, askSaveFile, desk, publishing } = host
  return {
    async 'review.export'({ bot }) {
      const records = livingRecords(db, bot)
      if (!records.ok) return records
      const { exportReview, signingKey } = await import('../review/export-review.ts')
      const key = await signingKey(db, (await publishing()).vault)
      if (!key.ok) return key
      const { packageFileName } = await import('../library/export-package.ts')
      const document = BotDocument.of(records.value)
      const path = await askSaveFile(packageFileName(`${document.bot.name} review`))
      if (path === null) return ok(null)
      const { actor, role } = readPreferences(db)
      const by = { name: actor, ...(role ? { role } : {}) }
      return exported(
        host,
        { bot, format: 'review' },
        work.run({ doing: 'write', name: basename(path) }, isWanted =>
          exportReview(db, { document, path, key: key.value, by, at: now() }, isWanted),
        ),
      )
    },
    async 'review.take'(wish) {
      const { acceptReview } = await import('../review/take-review.ts')
      return acceptReview(db, wish, { at: now(), newId, desk })
    },
    async 'review.iteration'({ bot, iteration }) {
      const { iterationDocument } = await import('../review/iteration-document.ts')
      const content = iterationDocument(db, bot, iteration)
      return content ? ok({ records: [...content.values()] }) : fault('store/not-found')
    },
  } satisfies Partial<Handlers>
}

function textsHandlers({ askOpenTexts, askSaveTexts }: HandlerHost) {
  return {
    async 'texts.open'() {
      const path = await askOpenTexts()
      if (path === null) return ok(null)
      const { readTextsBytes } = await import('../library/texts-file.ts')
      return readTextsBytes(path)
    },
    async 'texts.save'({ name, bytes }) {
      const path = await askSaveTexts(name)
      if (path === null) return ok(null)
      const { writeTextsBytes } = await import('../library/texts-file.ts')
      return writeTextsBytes(path, bytes)
    },
  } satisfies Partial<Handlers>
}

function versionHandlers({ db, now }: HandlerHost) {
  return {
    'versions.list': ({ bot }) => ok(readVersions(db, bot).map(toStoredVersion)),
    'versions.history': ({ bot }) => ok(readHistory(db, bot)),
    'versions.read'({ bot, version }) {
      const content = versionContent(db, bot, version)
      return content.ok ? ok({ records: [...content.value.document.values()] }) : content
    },
    'versions.note': ({ bot, version, note }) => setVersionNote(db, bot, version, note),
    async 'versions.save'(wish) {
      const { saveBotVersion } = await import('../library/save-version.ts')
      return saveBotVersion(db, { ...wish, actor: readPreferences(db).actor, at: now() })
    },
  } satisfies Partial<Handlers>
}

/** Nothing of it is fetched before the first test call. */
function apiTestHandlers({ now }: HandlerHost) {
  let desk: Promise<TestDesk> | null = null
  const opened = () => {
    desk ??= import('../api-test/test-desk.ts').then(({ TestDesk }) => new TestDesk(now))
    return desk
  }
  return {
    'api.test': async args => (await opened()).test(args),
    async 'api.cancel'({ run }) {
      ;(await opened()).cancel(run)
      return ok(null)
    },
    async 'api.setSecret'(args) {
      ;(await opened()).setSecret(args)
      return ok(null)
    },
  } satisfies Partial<Handlers>
}

const PUBLISHING_CALLS = [
  'engines.list',
  'engines.put',
  'engines.remove',
  'engines.test',
  'vault.status',
  'vault.unlock',
  'publish.status',
  'publish.conversations',
  'publish.jobs',
  'publish.start',
  'publish.retry',
  'publish.cancel',
  'engines.verify',
  'audit.page',
  'audit.verify',
  'people.find',
  'people.person',
  'people.export',
  'people.standings',
  'people.rectify',
  'people.restrict',
  'people.lift',
  'people.hold',
  'people.release',
  'people.erase',
  'people.retention',
  'people.changeRetention',
  'keys.list',
  'keys.add',
  'keys.rotate',
  'keys.bind',
  'keys.revoke',
  'keys.copySecret',
  'keys.forgetSecret',
  'keys.use',
  'keys.tokensOf',
  'keys.chooseTokens',
  'live.channels',
  'live.addChannel',
  'live.changeChannel',
  'live.verifyChannel',
  'live.deactivateChannel',
  'live.removeChannel',
  'live.events',
  'live.replay',
  'live.history',
  'live.conversations',
  'live.transcript',
  'live.stage',
  'live.rollBack',
  'live.promoteToTest',
  'live.integrations',
  'live.verifyIntegration',
  'live.addIntegration',
  'live.changeIntegration',
  'live.pauseIntegration',
  'live.renewAddress',
  'live.removeIntegration',
  'live.integrationEvents',
  'live.replayEvents',
  'live.services',
  'live.addService',
  'live.changeService',
  'live.removeService',
] as const satisfies readonly (keyof Publishing['handlers'])[]

type PublishingCall = (typeof PUBLISHING_CALLS)[number]

/** Each call loads the publishing part first; the type sees to it that none is left out. */
function publishingHandlers({ publishing }: HandlerHost): Pick<Handlers, PublishingCall> {
  const later = (name: PublishingCall) => async (args: never) => (await publishing()).handlers[name](args)
  return Object.fromEntries(PUBLISHING_CALLS.map(name => [name, later(name)])) as unknown as Pick<
    Handlers,
    PublishingCall
  >
}

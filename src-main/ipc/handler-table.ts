import { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { Preferences } from '../../src-shared/ipc/contract.ts'
import { fault, ok } from '../../src-shared/kit/result.ts'
import type { TestDesk } from '../api-test/test-desk.ts'
import type { PictureHost } from '../library/save-picture.ts'
import { botAtStart, openAndRemember } from '../library/start-library.ts'
import type { Publishing } from '../publishing/publishing-handlers.ts'
import { duplicateBot, listBots, livingRecords, removeBot } from '../store/bots.ts'
import type { WriteDb } from '../store/db.ts'
import { readHistory } from '../store/history.ts'
import { lastSeq, readLog } from '../store/log.ts'
import { putFile } from '../store/media.ts'
import { changePreferences, readPreferences } from '../store/settings.ts'
import { readVersions, toStoredVersion } from '../store/versions.ts'
import type { Handlers } from './handlers.ts'

/** What the handlers are given from outside; everything of Electron comes in here, so that tests need none of it. */
export type HandlerHost = Readonly<{
  db: WriteDb
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
  openAddress: (url: string) => Promise<void>
  /** Does what the system's keys for it do, where the focus is. */
  actOnClipboard: (act: 'cut' | 'copy' | 'paste') => void
  /** A theme asked for on the command line goes before the stored one, and is not stored. */
  shownPreferences: (preferences: Preferences) => Preferences
  publishing: () => Promise<Publishing>
}>

/** The handler of every call. What the first picture does not need is imported when it is first called. */
export function createHandlers(host: HandlerHost): Handlers {
  return {
    ...appHandlers(host),
    ...libraryHandlers(host),
    ...packageHandlers(host),
    ...textsHandlers(host),
    ...versionHandlers(host),
    ...publishingHandlers(host),
    ...apiTestHandlers(host),
  }
}

function appHandlers(host: HandlerHost) {
  const { db, notice, platform } = host
  return {
    async 'app.start'() {
      const opened = await botAtStart(host)
      return ok({ preferences: host.shownPreferences(readPreferences(db)), opened, platform, notice })
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
  return {
    'library.list': () => ok(listBots(db)),
    async 'library.create'({ records }) {
      const { createBot } = await import('../library/create-bot.ts')
      return createBot(db, records, { at: now(), newId })
    },
    'library.open': ({ bot }) => openAndRemember(host, bot),
    'library.duplicate': ({ bot, name }) => duplicateBot(db, bot, { name, at: now(), newId }),
    'library.remove': ({ bot }) => removeBot(db, bot, now()),
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
  } satisfies Partial<Handlers>
}

function packageHandlers({ db, now, newId, askOpenFile, askSaveFile, pictures }: HandlerHost) {
  return {
    async 'export.save'(picture) {
      const { savePicture } = await import('../library/save-picture.ts')
      return savePicture(pictures, picture)
    },
    async 'package.import'() {
      const path = await askOpenFile()
      if (path === null) return ok(null)
      const { importPackage } = await import('../library/import-package.ts')
      return importPackage(db, path, { at: now(), newId })
    },
    async 'package.export'({ bot }) {
      const records = livingRecords(db, bot)
      if (!records.ok) return records
      const { exportPackage, packageFileName } = await import('../library/export-package.ts')
      const document = BotDocument.of(records.value)
      const path = await askSaveFile(packageFileName(document.bot.name))
      return path === null ? ok(null) : exportPackage(db, document, path)
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
  'publish.jobs',
  'publish.start',
  'publish.retry',
  'publish.cancel',
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

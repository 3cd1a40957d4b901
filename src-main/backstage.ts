import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type BrowserWindow, clipboard, nativeTheme } from 'electron'
import type { FileWorking, Preferences } from '../src-shared/ipc/contract.ts'
import type { MenuSpec } from '../src-shared/ipc/menu-spec.ts'
import { languageOf } from '../src-shared/kit/languages.ts'
import { fault, ok, type Result } from '../src-shared/kit/result.ts'
import type { CommandLine } from './command-line.ts'
import type { FileInbox } from './file-inbox.ts'
import { answerCall } from './ipc/answer-call.ts'
import { faultOfError } from './ipc/fault-of-error.ts'
import { createHandlers, type HandlerHost } from './ipc/handler-table.ts'
import type { Handlers } from './ipc/handlers.ts'
import { notify } from './ipc/serve.ts'
import type { Publishing } from './publishing/publishing-handlers.ts'
import { ReviewDesk } from './review/review-desk.ts'
import type { RecentBot } from './store/bots.ts'
import type { LibraryDb } from './store/db.ts'
import { readFileBytes } from './store/media.ts'
import { openLibrary } from './store/open-library.ts'
import { openJobs } from './store/publish-jobs.ts'
import { readPreferences, readWindowState, writeSetting } from './store/settings.ts'
import { ApplicationMenu } from './window/application-menu.ts'
import { backgroundColor, placeWindow, windowState } from './window/create-window.ts'

/** What works behind the window: the library, its calls, and publishing. */
export type Backstage = Readonly<{
  answer: (name: unknown, args: unknown) => Promise<Result<unknown>>
  rememberPlace: () => void
  /** Takes in a file the system was asked to open, and tells the window. */
  openFile: (path: string) => Promise<void>
  /** A file of the library; null when it has none of this hash. */
  readMedia: (hash: string) => Readonly<{ mime: string; bytes: Uint8Array }> | null
  close: () => void
}>

const LIBRARY_FILE = 'library.parleydb'

/**
 * Opens the library and makes everything that answers the window. A library that cannot be opened is no reason not
 * to start: every call then answers why.
 */
export function openBackstage(commandLine: CommandLine, window: BrowserWindow, inbox: FileInbox): Backstage {
  let stage: Stage | null = opened(commandLine, window, inbox)
  const log = (error: unknown) => console.error(error)
  const close = () => {
    stage?.close()
    stage = null
  }
  return {
    answer: (name, args) => answerCall({ handlers: async () => stage?.handlers ?? CLOSED, log }, name, args),
    async openFile(path) {
      if (!stage?.db) return
      const { importPackage } = await import('./library/import-package.ts')
      const added = await importPackage(stage.db, path, {
        at: Date.now(),
        newId,
        desk: stage.desk,
      })
      if (!added.ok) notify(window, { type: 'fileRefused', fault: added })
      else if (added.value) notify(window, { type: 'openBot', bot: added.value })
    },
    readMedia: hash => (stage?.db ? readFileBytes(stage.db, hash) : null),
    rememberPlace: () => {
      if (stage?.db && !commandLine.shot) writeSetting(stage.db, 'window', windowState(window))
    },
    close,
  }
}

type Stage = Readonly<{
  handlers: Result<Handlers>
  db: LibraryDb | null
  desk: ReviewDesk
  close: () => void
}>

const CLOSED = fault('store/failed', 'Parley is closing.')

/** A disk that fails at the start is what every call then answers. */
function opened(commandLine: CommandLine, window: BrowserWindow, inbox: FileInbox): Stage {
  try {
    return openStage(commandLine, window, inbox)
  } catch (error) {
    console.error(error)
    return { handlers: faultOfError(error), db: null, desk: new ReviewDesk(() => {}), close: () => {} }
  }
}

function openStage(commandLine: CommandLine, window: BrowserWindow, inbox: FileInbox): Stage {
  const library = openLibrary({ file: join(app.getPath('userData'), LIBRARY_FILE), now: () => Date.now() })
  const desk = new ReviewDesk(offer => notify(window, { type: 'reviewOffered', offer }))
  if (!library.ok) return { handlers: library, db: null, desk, close: () => {} }
  const { db, notice } = library.value
  if (!commandLine.shot) placeWindow(window, readWindowState(db))
  applyTheme(window, commandLine, readPreferences(db))
  const publishing = publishingOnDemand(commandLine, window, db)
  const handlers = createHandlers({
    ...hostOf(window, commandLine, db),
    ...menuHost(window),
    takeFile: () => inbox.take(),
    db,
    desk,
    notice,
    publishing: publishing.get,
  })
  if (openJobs(db).length > 0) void publishing.get().then(({ queue }) => queue.wake())
  return {
    handlers: ok(handlers),
    db,
    desk,
    close() {
      publishing.stop()
      db.close()
    },
  }
}

/** The part of the handlers' surroundings that is Electron's. */
function hostOf(
  window: BrowserWindow,
  commandLine: CommandLine,
  db: LibraryDb,
): Omit<
  HandlerHost,
  'db' | 'desk' | 'notice' | 'publishing' | 'takeFile' | keyof ReturnType<typeof menuHost>
> {
  const language = () => languageOf(readPreferences(db).language, app.getPreferredSystemLanguages())
  return {
    platform: process.platform,
    samples: join(app.getAppPath(), 'assets', 'samples'),
    starters: join(app.getAppPath(), 'assets', 'starters'),
    now: () => Date.now(),
    newId,
    askOpenFile: async () => (await import('./window/file-dialogs.ts')).askOpenFile(window, language()),
    askSaveFile: async name =>
      (await import('./window/file-dialogs.ts')).askSaveFile(window, name, language()),
    askOpenTexts: async () => (await import('./window/file-dialogs.ts')).askOpenTexts(window, language()),
    askSaveTexts: async name => (await import('./window/file-dialogs.ts')).askSaveTexts(window, name),
    actOnClipboard: act => window.webContents[act](),
    pictures: {
      askPictureFile: async (name, format) =>
        (await import('./window/file-dialogs.ts')).askPictureFile(window, name, format),
      printPdf: async (svg, size) => (await import('./window/print-pdf.ts')).printPdf(svg, size),
    },
    reviews: {
      askReviewFile: async name => (await import('./window/file-dialogs.ts')).askSaveReview(window, name),
      askOpenComments: async () => (await import('./window/file-dialogs.ts')).askOpenComments(window),
      readPage: async () => {
        const folder = join(app.getAppPath(), 'out', 'review')
        const read = (name: string) => readFile(join(folder, name), 'utf8')
        return { script: await read('review.js'), style: await read('review.css') }
      },
      printReview: async html => (await import('./window/print-review.ts')).printReview(html),
    },
    openAddress: async url => (await import('./window/open-address.ts')).openAddress(url),
    shownPreferences: preferences => applyTheme(window, commandLine, preferences),
  }
}

function menuHost(window: BrowserWindow) {
  const menu = new ApplicationMenu(notice => notify(window, notice), !app.isPackaged)
  return {
    tellWork: (working: FileWorking | null) => notify(window, { type: 'fileWork', working }),
    showMenu: (spec: MenuSpec) => menu.show(spec),
    showRecent: (recent: readonly RecentBot[]) => menu.showRecent(recent),
  }
}

/** A theme asked for on the command line goes before the stored one. */
function applyTheme(window: BrowserWindow, { theme }: CommandLine, preferences: Preferences): Preferences {
  const shown = theme ? { ...preferences, theme } : preferences
  if (nativeTheme.themeSource !== shown.theme) {
    nativeTheme.themeSource = shown.theme
    window.setBackgroundColor(backgroundColor())
  }
  return shown
}

/** Publishing is loaded when it is first called for, or at the start when a job waits. */
function publishingOnDemand({ passphrase }: CommandLine, window: BrowserWindow, db: LibraryDb) {
  let loaded: Promise<Publishing> | null = null
  const load = async (): Promise<Publishing> => {
    const [{ createPublishing }, { createKeyVault }, { systemSafe }, { sendOverHttp }] = await Promise.all([
      import('./publishing/publishing-handlers.ts'),
      import('./publishing/key-vault.ts'),
      import('./publishing/system-safe.ts'),
      import('./publishing/send-over-http.ts'),
    ])
    return createPublishing({
      db,
      vault: createKeyVault({ db, system: systemSafe(), passphrase }),
      send: sendOverHttp,
      now: () => Date.now(),
      newId,
      after,
      notify: notice => notify(window, notice),
      copy: text => clipboard.writeText(text),
      log: error => console.error(error),
    })
  }
  const get = () => {
    loaded ??= load()
    return loaded
  }
  return { get, stop: () => void loaded?.then(({ stop }) => stop()) }
}

/** 12 characters of chance, as the window makes them. */
function newId(): string {
  return randomUUID().replaceAll('-', '').slice(0, 12)
}

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

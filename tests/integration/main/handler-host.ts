import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createHandlers, type HandlerHost } from '../../../src-main/ipc/handler-table.ts'
import type { Handlers } from '../../../src-main/ipc/handlers.ts'
import { ReviewDesk } from '../../../src-main/review/review-desk.ts'
import { ids, NOW, scratchLibrary } from '../store/scratch-library.ts'

/** A folder of its own for the running test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-main-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The handlers of the main process over a library of its own, with nothing of Electron. */
export function handlersFor(changed: Partial<HandlerHost> = {}): Handlers & { host: HandlerHost } {
  const host: HandlerHost = {
    db: scratchLibrary(),
    notice: null,
    takeFile: () => null,
    showMenu: () => {},
    tellWork: () => {},
    desk: new ReviewDesk(() => {}),
    showRecent: () => {},
    platform: 'linux',
    samples: scratchFolder(),
    starters: scratchFolder(),
    now: () => NOW,
    newId: ids('main'),
    askOpenFile: () => Promise.resolve(null),
    pictures: { askPictureFile: async () => null, printPdf: async () => new Uint8Array() },
    reviews: {
      askReviewFile: async () => null,
      askOpenComments: async () => null,
      readPage: async () => ({ script: '', style: '' }),
      printReview: async () => new Uint8Array(),
    },
    askSaveFile: () => Promise.resolve(null),
    askOpenTexts: () => Promise.resolve(null),
    askSaveTexts: () => Promise.resolve(null),
    actOnClipboard: () => {},
    openAddress: () => Promise.resolve(),
    shownPreferences: preferences => preferences,
    publishing: () => Promise.reject(new Error('this test publishes nothing')),
    ...changed,
  }
  return { ...createHandlers(host), host }
}

import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Notice } from '../../src-shared/ipc/contract.ts'
import { fault, type Result } from '../../src-shared/kit/result.ts'

export const CALL_CHANNEL = 'parley:call'
export const NOTICE_CHANNEL = 'parley:notice'

type Answerer = (name: unknown, args: unknown) => Promise<Result<unknown>>

/**
 * Serves the window's calls on the one channel there is; the only file that speaks to ipcMain. Only the main frame of
 * a page of our own scheme is heard.
 */
export function serve(origin: string, answer: () => Promise<Answerer>): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, args: unknown) => {
    if (!isOurs(event, origin)) return fault('request/not-acceptable', 'Only Parley’s own window may ask.')
    return (await answer())(name, args)
  })
}

function isOurs({ senderFrame, sender }: IpcMainInvokeEvent, origin: string): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.url.startsWith(`${origin}/`)
}

/** Tells a window something it did not ask for. */
export function notify(window: Electron.BrowserWindow, notice: Notice): void {
  if (!window.isDestroyed()) window.webContents.send(NOTICE_CHANNEL, notice)
}

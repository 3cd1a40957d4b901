import { once } from 'node:events'
import { app, type BrowserWindow, Menu, nativeTheme } from 'electron'
import type { Backstage } from './backstage.ts'
import type { CommandLine } from './command-line.ts'
import { FileInbox } from './file-inbox.ts'
import { hearOpenRequests } from './hear-open-requests.ts'
import { serve } from './ipc/serve.ts'
import { APP_ORIGIN, serveAppScheme } from './window/app-scheme.ts'
import { builtFile, createWindow } from './window/create-window.ts'

/**
 * Runs the application with its one window. The order is what makes the start fast: the window and its page come
 * first. Opening the library keeps this process from handing out files, so it waits until the page is busy with its
 * script; the first call of the page waits for the library.
 */
export async function runApp(commandLine: CommandLine): Promise<void> {
  const inbox = new FileInbox(commandLine.file)
  let shown: BrowserWindow | null = null
  hearOpenRequests(app, inbox, () => {
    if (shown?.isMinimized()) shown.restore()
    shown?.focus()
  })
  if (commandLine.theme) nativeTheme.themeSource = commandLine.theme
  // Before the app is ready, else Electron makes a menu of its own first; the page's table of commands makes ours.
  Menu.setApplicationMenu(null)
  await app.whenReady()
  const scriptGiven = serveAppScheme(builtFile('renderer'), async hash => (await backstage).readMedia(hash))
  const opened = createWindow({ preload: builtFile('preload', 'preload.cjs'), contentSize: commandLine.shot })
  shown = opened
  const painted = once(opened, 'ready-to-show')
  const loaded = opened.loadURL(`${APP_ORIGIN}/index.html`)
  const backstage = Promise.race([scriptGiven, loaded]).then(() =>
    openBackstageLater(commandLine, opened, inbox),
  )
  serve(APP_ORIGIN, async () => (await backstage).answer)
  await Promise.all([painted, backstage])
  if (!commandLine.shot) opened.show()
  await loaded
  if (commandLine.shot) await shoot(opened, commandLine.shot)
}

/** Closing the window ends the program, on every system: without its window Parley has nothing to do. */
async function openBackstageLater(
  commandLine: CommandLine,
  window: BrowserWindow,
  inbox: FileInbox,
): Promise<Backstage> {
  const { openBackstage } = await import('./backstage.ts')
  const backstage = openBackstage(commandLine, window, inbox)
  inbox.onFile(path => void backstage.openFile(path))
  window.on('close', () => backstage.rememberPlace())
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => backstage.close())
  return backstage
}

async function shoot(window: BrowserWindow, shot: NonNullable<CommandLine['shot']>): Promise<void> {
  const { takeShot } = await import('./window/take-shot.ts')
  await takeShot(window, shot)
  app.quit()
}

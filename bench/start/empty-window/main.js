import { fileURLToPath } from 'node:url'
import { app, BrowserWindow } from 'electron'

// The least a desktop app can be: one window with one empty page, shown as soon as it is painted. Nothing is awaited
// at the top level: Electron becomes ready only when this module has run to its end.
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true },
  })
  window.once('ready-to-show', () => window.show())
  window.loadFile(fileURLToPath(new URL('page.html', import.meta.url)))
})

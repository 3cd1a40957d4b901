import { app, BrowserWindow } from 'electron'

// A window for the other subjects of bench/canvas: the same Electron, the same flags, the same size of the page.
const address = process.argv.find(argument => argument.startsWith('--page='))?.slice('--page='.length)
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1600,
    height: 900,
    useContentSize: true,
    webPreferences: { sandbox: true, backgroundThrottling: false },
  })
  window.setMenu(null)
  if (address) window.loadURL(address)
})
app.on('window-all-closed', () => app.quit())

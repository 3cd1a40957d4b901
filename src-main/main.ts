import { app } from 'electron'
import { readCommandLine } from './command-line.ts'
import { runApp } from './run-app.ts'
import { registerAppScheme } from './window/app-scheme.ts'

const commandLine = readCommandLine(process.argv.slice(1), process.env, app.getAppPath())

if (commandLine.userData) app.setPath('userData', commandLine.userData)
// A picture has the asked-for pixels, whatever the screen.
if (commandLine.shot) app.commandLine.appendSwitch('force-device-scale-factor', '1')
registerAppScheme()

if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron becomes ready only when this module has run to its end.
  runApp(commandLine).catch(error => {
    console.error(error instanceof Error ? error.message : error)
    app.exit(1)
  })
} else if (commandLine.shot) {
  console.error(
    'Parley is already running with this library. Close it first, or give another folder with --user-data=DIR.',
  )
  app.exit(1)
} else {
  app.quit()
}

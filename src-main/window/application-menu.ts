import { Menu, type MenuItemConstructorOptions } from 'electron'

type Item = MenuItemConstructorOptions

const SEPARATOR: Item = { type: 'separator' }

/**
 * The menu of the application. Items that concern the bot only send their command to the window, whose own table of
 * commands does the work; their keys are shown here and handled there, so that typing in a text field stays typing.
 */
export function applicationMenu(sendCommand: (command: string) => void, developer: boolean): Menu {
  const command = (label: string, name: string, accelerator?: string): Item => ({
    label,
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    click: () => sendCommand(name),
  })
  const isMac = process.platform === 'darwin'
  const template: Item[] = [
    ...(isMac ? [{ role: 'appMenu' } as Item] : []),
    { label: '&File', submenu: fileItems(command, isMac) },
    { label: '&Edit', submenu: editItems(command) },
    { label: '&View', submenu: viewItems(command, developer) },
    { role: 'windowMenu' },
    {
      role: 'help',
      label: '&Help',
      submenu: [command('Commands and shortcuts', 'palette.show', 'CmdOrCtrl+K')],
    },
  ]
  return Menu.buildFromTemplate(template)
}

type Command = (label: string, name: string, accelerator?: string) => Item

function fileItems(command: Command, isMac: boolean): Item[] {
  return [
    command('&New bot…', 'bot.new', 'CmdOrCtrl+N'),
    command('&Library', 'library.show'),
    SEPARATOR,
    command('&Import…', 'package.import', 'CmdOrCtrl+O'),
    command('&Export…', 'package.export', 'CmdOrCtrl+E'),
    SEPARATOR,
    command('Finish && &save…', 'version.save', 'CmdOrCtrl+S'),
    SEPARATOR,
    isMac ? { role: 'close' } : { role: 'quit' },
  ]
}

function editItems(command: Command): Item[] {
  return [
    command('&Undo', 'edit.undo', 'CmdOrCtrl+Z'),
    command('&Redo', 'edit.redo', 'CmdOrCtrl+Shift+Z'),
    SEPARATOR,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ]
}

function viewItems(command: Command, developer: boolean): Item[] {
  return [
    command('Zoom &in', 'view.zoomIn', 'CmdOrCtrl+Plus'),
    command('Zoom &out', 'view.zoomOut', 'CmdOrCtrl+-'),
    command('&Fit to window', 'view.fit', 'Shift+1'),
    SEPARATOR,
    { role: 'togglefullscreen' },
    ...(developer ? [{ role: 'toggleDevTools' } as Item] : []),
  ]
}

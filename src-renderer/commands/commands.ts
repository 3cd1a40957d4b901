import { useWorkbench } from '../state/workbench.ts'
import { BOT_COMMANDS } from './bot-commands.ts'
import type { Command } from './command.ts'
import { always, dialog } from './conditions.ts'
import { EDIT_COMMANDS } from './edit-commands.ts'
import { FILE_COMMANDS } from './file-commands.ts'
import { VIEW_COMMANDS } from './view-commands.ts'

const HELP_COMMANDS: readonly Command[] = [
  { id: 'palette.show', group: 'help', shortcuts: ['mod+k'], enabled: always, run: dialog('palette') },
  {
    id: 'shortcuts.show',
    group: 'help',
    shortcuts: ['?', 'mod+/'],
    enabled: always,
    run: dialog('shortcuts'),
  },
]

/** Everything that can be asked for; keys, menus, palette and the help sheet are views of this table. */
export const COMMANDS: readonly Command[] = [
  ...FILE_COMMANDS,
  ...EDIT_COMMANDS,
  ...VIEW_COMMANDS,
  ...BOT_COMMANDS,
  ...HELP_COMMANDS,
]

export function commandNamed(id: string): Command | undefined {
  return COMMANDS.find(command => command.id === id)
}

/** Runs a command by name if it makes sense now; returns whether it did. */
export function runCommand(id: string): boolean {
  const command = commandNamed(id)
  if (!command?.enabled(useWorkbench.getState())) return false
  command.run()
  return true
}

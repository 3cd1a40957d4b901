import i18next from 'i18next'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../../src-renderer/commands/commands.ts'
import { menuKeys, nativeMenu } from '../../../src-renderer/commands/native-menu.ts'
import { useWorkbench } from '../../../src-renderer/state/workbench.ts'
import { startWords } from '../../../src-renderer/words/i18n.ts'
import { menuSpecSchema } from '../../../src-shared/ipc/menu-spec.ts'

startWords()

describe('the menu of the system', () => {
  const spec = nativeMenu(i18next.t, useWorkbench.getState())
  const items = spec.menus.flatMap(({ sections }) => sections.flat())
  const ids = items.flatMap(item => ('items' in item ? item.items.map(({ id }) => id) : [item.id]))

  test('has every command of the table once, in File, Edit, View, Bot and Help', () => {
    expect(ids.toSorted()).toEqual(COMMANDS.map(({ id }) => id).toSorted())
    expect(spec.menus.map(({ name }) => name)).toEqual(['file', 'edit', 'view', 'bot', 'help'])
  })

  test('is what main accepts, and has words for everything', () => {
    expect(menuSpecSchema.safeParse(spec).error).toBeUndefined()
    expect(JSON.stringify(spec)).not.toMatch(/"(menu|shell)\./)
  })

  test('what needs an open bot cannot be chosen in the library', () => {
    expect(spec.enabled).toContain('bot.new')
    expect(spec.enabled).not.toContain('version.save')
  })

  test.each([
    ['mod+shift+z', 'CmdOrCtrl+Shift+Z'],
    ['mod++', 'CmdOrCtrl+Plus'],
    ['mod+=', 'CmdOrCtrl+='],
    ['mod+alt+,', 'CmdOrCtrl+Alt+,'],
    ['mod+enter', 'CmdOrCtrl+Enter'],
    ['shift+f3', 'Shift+F3'],
    ['f9', 'F9'],
    ['c', null],
    ['delete', null],
    [undefined, null],
  ])('%j is shown as %j', (shortcut, keys) => expect(menuKeys(shortcut)).toBe(keys))
})

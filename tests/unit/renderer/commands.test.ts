import { describe, expect, test } from 'vitest'
import { shortcutOf, showShortcut } from '../../../src-renderer/commands/command.ts'
import { COMMANDS, commandNamed } from '../../../src-renderer/commands/commands.ts'
import { en } from '../../../src-renderer/words/en.ts'

describe('the table of commands', () => {
  test('every shortcut means one thing', () => {
    const all = COMMANDS.flatMap(({ shortcuts }) => shortcuts)
    expect(all.filter((shortcut, index) => all.indexOf(shortcut) !== index)).toEqual([])
  })

  test('every command has a shortcut that the palette shows', () => {
    expect(COMMANDS.filter(({ shortcuts }) => shortcuts.length === 0).map(({ id }) => id)).toEqual([])
  })

  test('every command is named once and has words and a group', () => {
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length)
    const words: Readonly<Record<string, string>> = en.shell.command
    const groups: Readonly<Record<string, string>> = en.shell.group
    for (const { id, group } of COMMANDS) {
      expect(words[id.replace('.', '_')], id).toBeTruthy()
      expect(groups[group], group).toBeTruthy()
    }
  })

  test.each([
    'library.show',
    'bot.new',
    'package.import',
    'package.export',
    'version.save',
    'edit.undo',
    'edit.redo',
    'view.zoomIn',
    'view.zoomOut',
    'view.fit',
    'palette.show',
  ])('the native menu asks for %s', id => {
    expect(commandNamed(id)).toBeDefined()
  })
})

describe('shortcuts', () => {
  const key = (
    name: string,
    held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>>,
  ) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  })

  test('mod is Ctrl, and Cmd on a Mac', () => {
    expect(shortcutOf(key('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('mod+shift+z')
    expect(shortcutOf(key('z', { metaKey: true }), true)).toBe('mod+z')
    expect(shortcutOf(key('z', { ctrlKey: true }), true)).toBe('z')
  })

  test('a sign holds its own Shift', () => {
    expect(shortcutOf(key('?', { shiftKey: true }), false)).toBe('?')
  })

  test('are shown as the keyboard says them', () => {
    expect(showShortcut('mod+shift+z', false)).toBe('Ctrl+Shift+Z')
    expect(showShortcut('mod+shift+z', true)).toBe('⇧⌘Z')
    expect(showShortcut('delete', false)).toBe('Del')
    expect(showShortcut('mod++', false)).toBe('Ctrl++')
  })
})

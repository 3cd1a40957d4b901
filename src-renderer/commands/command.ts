import type { Workbench } from '../state/workbench.ts'

/** Something the person can ask for, by key, menu, palette or button: all of them come from one table. */
export type Command = Readonly<{
  id: string
  /** Where it is listed. */
  group: 'file' | 'edit' | 'view' | 'bot' | 'help'
  /** `mod+shift+z`: mod is Ctrl, or Cmd on a Mac. Further ones do the same. */
  shortcuts: readonly string[]
  /** The system knows these keys by itself and asks for it by an event of its own. */
  native?: boolean
  enabled(state: Workbench): boolean
  run(): void
}>

/** `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function showShortcut(shortcut: string, isMac: boolean): string {
  const parts = shortcut.replace(/\+\+$/, '+plus').split('+')
  const key = parts.at(-1) ?? ''
  const shown =
    KEYS[key] ?? (key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1))
  const has = (name: string) => parts.slice(0, -1).includes(name)
  if (isMac) return `${has('alt') ? '⌥' : ''}${has('shift') ? '⇧' : ''}${has('mod') ? '⌘' : ''}${shown}`
  return [has('mod') && 'Ctrl', has('alt') && 'Alt', has('shift') && 'Shift', shown].filter(Boolean).join('+')
}

const KEYS: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  plus: '+',
  delete: 'Del',
  backspace: '⌫',
  escape: 'Esc',
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** The shortcut a key press is, in the form of the table. */
export function shortcutOf(event: Key, isMac: boolean): string {
  const key = event.key.toLowerCase()
  const mod = isMac ? event.metaKey : event.ctrlKey
  // A sign such as "?" already holds its Shift.
  const shift = event.shiftKey && (key.length > 1 || /[a-z0-9]/.test(key))
  return [mod && 'mod', event.altKey && 'alt', shift && 'shift', key].filter(Boolean).join('+')
}

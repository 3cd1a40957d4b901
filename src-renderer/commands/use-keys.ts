import { useEffect } from 'react'
import { useWorkbench } from '../state/workbench.ts'
import { shortcutOf } from './command.ts'
import { COMMANDS } from './commands.ts'
import { IS_MAC } from './platform.ts'

/** Keys that mean something while text is written: everything but those with mod would take letters away. */
const WHILE_WRITING = new Set([
  'f2',
  'f5',
  'f8',
  'shift+f8',
  'f3',
  'shift+f3',
  'f7',
  'shift+f7',
  'mod+f',
  'mod+h',
  'mod+s',
  'mod+shift+s',
  'mod+k',
  'mod+/',
  'mod+shift+p',
  'mod+o',
  'mod+n',
  'mod+alt+p',
  'mod+alt+c',
])

/** The keyboard side of the command table. Dialogs keep their keys to themselves. */
export function useKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || useWorkbench.getState().dialog) return
      const shortcut = shortcutOf(event, IS_MAC)
      if (isWriting(event.target) ? !WHILE_WRITING.has(shortcut) : usesKey(event.target, shortcut)) return
      const command = COMMANDS.find(({ shortcuts }) => shortcuts.includes(shortcut))
      if (command?.native || !command?.enabled(useWorkbench.getState())) return
      event.preventDefault()
      command.run()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

/** A button has its own Enter, a menu its own Escape; the canvas has none that the table does not know. */
function usesKey(target: EventTarget | null, shortcut: string): boolean {
  if (shortcut.startsWith('mod+') || !(target instanceof HTMLElement)) return false
  if (target.closest('[role="menu"], [role="listbox"], [role="dialog"]')) return true
  return shortcut === 'enter' && target.closest('button, a, [role="tab"], summary') !== null
}

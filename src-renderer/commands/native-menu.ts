import i18next, { type TFunction } from 'i18next'
import type { MenuItem, MenuSpec } from '../../src-shared/ipc/menu-spec.ts'
import { client } from '../ipc/client.ts'
import { useWorkbench, type Workbench } from '../state/workbench.ts'
import type { Command } from './command.ts'
import { COMMANDS } from './commands.ts'

const NAMES = ['file', 'edit', 'view', 'bot', 'help'] as const

/** Commands before which a menu has a line. */
const BEGINS_SECTION: ReadonlySet<string> = new Set([
  'package.import',
  'settings.show',
  'edit.find',
  'edit.selectAll',
  'edit.group',
  'edit.note',
  'flow.open',
  'view.fit',
  'view.switch',
  'view.left',
  'language.system',
  'bot.tests',
  'bot.problems',
  'bot.settings',
  'version.save',
  'review.show',
])

/** Kinds of commands that are many and so have a menu of their own. */
const OWN_MENUS = [
  { name: 'export', has: (id: string) => id.startsWith('export.') },
  { name: 'language', has: (id: string) => id.startsWith('language.') },
  { name: 'align', has: (id: string) => /^edit\.(align|distribute)/.test(id) },
] as const

/** The system's menu is one more view of the table of commands (design/interface.md, Conventions). */
export function nativeMenu(t: TFunction, state: Workbench): MenuSpec {
  return {
    menus: NAMES.map(name => ({
      name,
      label: t(`menu.${name}`),
      sections: sectionsOf(
        COMMANDS.filter(({ group }) => group === name),
        t,
      ),
    })),
    labels: {
      recent: t('menu.recent'),
      noRecent: t('menu.noRecent'),
      quit: t('menu.quit'),
      fullScreen: t('menu.fullScreen'),
      window: t('menu.window'),
    },
    enabled: COMMANDS.filter(command => command.enabled(state)).map(({ id }) => id),
  }
}

function sectionsOf(commands: readonly Command[], t: TFunction): MenuItem[][] {
  const sections: MenuItem[][] = [[]]
  const inner = new Map<string, { id: string; label: string; keys: string | null }[]>()
  for (const { id, shortcuts } of commands) {
    const item = { id, label: t(`shell.command.${id.replace('.', '_')}`), keys: menuKeys(shortcuts[0]) }
    const own = OWN_MENUS.find(({ has }) => has(id))
    const known = own && inner.get(own.name)
    if (BEGINS_SECTION.has(id)) sections.push([])
    if (known) known.push(item)
    else if (own) {
      const items = [item]
      inner.set(own.name, items)
      sections.at(-1)?.push({ label: t(`menu.${own.name}`), items })
    } else sections.at(-1)?.push(item)
  }
  return sections.filter(section => section.length > 0)
}

const NAMED: Readonly<Record<string, string>> = { enter: 'Enter', plus: 'Plus' }

/** As Electron writes them; keys that are a letter alone are told by the help sheet only. */
export function menuKeys(shortcut: string | undefined): string | null {
  const parts = (shortcut ?? '').replace(/\+\+$/, '+plus').split('+')
  const key = parts.pop() ?? ''
  const isFunctionKey = /^f\d{1,2}$/.test(key)
  if (!isFunctionKey && !parts.includes('mod') && !parts.includes('alt')) return null
  const held = { mod: 'CmdOrCtrl', alt: 'Alt', shift: 'Shift' }
  const shown = NAMED[key] ?? (key.length === 1 || isFunctionKey ? key.toUpperCase() : null)
  if (shown === null) return null
  return [...parts.map(part => held[part as keyof typeof held]), shown].join('+')
}

/** Shows the menu and keeps what can be chosen in step with the window, in its idle time. */
export function startNativeMenu(): void {
  let shown = ''
  let waiting = false
  const show = () => {
    waiting = false
    const spec = nativeMenu(i18next.t, useWorkbench.getState())
    const text = JSON.stringify(spec)
    if (text === shown) return
    shown = text
    void client['menu.show'](spec)
  }
  const later = () => {
    if (waiting) return
    waiting = true
    requestIdleCallback(show)
  }
  i18next.on('languageChanged', later)
  useWorkbench.subscribe(later)
  later()
}

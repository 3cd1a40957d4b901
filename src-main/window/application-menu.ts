import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { Notice } from '../../src-shared/ipc/contract.ts'
import type { MenuItem, MenuSpec } from '../../src-shared/ipc/menu-spec.ts'

type Item = MenuItemConstructorOptions
type Recent = Readonly<{ bot: BotId; name: string }>
type Send = (notice: Notice) => void

const SEPARATOR: Item = { type: 'separator' }
const IS_MAC = process.platform === 'darwin'

/**
 * The menu of the application: the window's one table of commands in the window's language, the bots opened last, and
 * what is the system's own. An item only sends its command to the window, which does the work; its keys are shown here
 * and handled there, so that typing in a text field stays typing.
 */
export class ApplicationMenu {
  #spec: MenuSpec | null = null
  #recent: readonly Recent[] = []
  readonly #send: Send
  readonly #developer: boolean

  constructor(send: Send, developer: boolean) {
    this.#send = send
    this.#developer = developer
  }

  /** Only what may be chosen has changed most times; then the menu stays and its items are switched. */
  show(spec: MenuSpec): void {
    const isSame = this.#spec && shapeOf(this.#spec) === shapeOf(spec)
    this.#spec = spec
    if (isSame) this.#enable()
    else this.#build()
  }

  showRecent(recent: readonly Recent[]): void {
    if (JSON.stringify(recent) === JSON.stringify(this.#recent)) return
    this.#recent = recent
    this.#build()
  }

  #build(): void {
    if (!this.#spec) return
    const { menus, labels } = this.#spec
    const template: Item[] = [
      ...(IS_MAC ? [{ role: 'appMenu' } as Item] : []),
      ...menus.map(({ name, label, sections }): Item => {
        const own = sections.map(section => section.map(item => this.#item(item)))
        return { label, submenu: withLines([...own, ...this.#system(name, labels)]) }
      }),
    ]
    template.splice(-1, 0, { role: 'windowMenu', label: labels.window })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
    this.#enable()
  }

  #item(item: MenuItem): Item {
    if ('items' in item) return { label: item.label, submenu: item.items.map(inner => this.#item(inner)) }
    const { id, label, keys } = item
    return {
      id,
      label,
      ...(keys ? { accelerator: keys, registerAccelerator: false } : {}),
      click: () => this.#send({ type: 'command', command: id }),
    }
  }

  /** What the system does by itself, at the end of a menu. */
  #system(name: string, labels: MenuSpec['labels']): Item[][] {
    if (name === 'file')
      return [
        [{ label: labels.recent, submenu: this.#recentItems(labels.noRecent) }],
        [IS_MAC ? { role: 'close' } : { role: 'quit', label: labels.quit }],
      ]
    if (name !== 'view') return []
    const tools: Item[] = this.#developer ? [{ role: 'toggleDevTools' }] : []
    return [[{ role: 'togglefullscreen', label: labels.fullScreen }, ...tools]]
  }

  #recentItems(none: string): Item[] {
    if (this.#recent.length === 0) return [{ label: none, enabled: false }]
    return this.#recent.map(({ bot, name }) => ({
      // A single & would mark a letter.
      label: name.replaceAll('&', '&&'),
      click: () => this.#send({ type: 'openBot', bot }),
    }))
  }

  #enable(): void {
    const menu = Menu.getApplicationMenu()
    const enabled = new Set(this.#spec?.enabled)
    for (const id of this.#spec ? idsOf(this.#spec) : []) {
      const item = menu?.getMenuItemById(id)
      if (item) item.enabled = enabled.has(id)
    }
  }
}

function withLines(sections: readonly (readonly Item[])[]): Item[] {
  return sections
    .filter(section => section.length > 0)
    .flatMap((section, index) => (index === 0 ? section : [SEPARATOR, ...section]))
}

function shapeOf({ menus, labels }: MenuSpec): string {
  return JSON.stringify([menus, labels])
}

function idsOf({ menus }: MenuSpec): readonly string[] {
  return menus
    .flatMap(({ sections }) => sections.flat())
    .flatMap(item => ('items' in item ? item.items.map(({ id }) => id) : [item.id]))
}

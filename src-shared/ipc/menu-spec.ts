import { z } from 'zod'

/** A command of the window's one table, or a menu of further ones. */
export type MenuItem =
  | Readonly<{ id: string; label: string; keys: string | null }>
  | Readonly<{
      label: string
      items: readonly Readonly<{ id: string; label: string; keys: string | null }>[]
    }>

/** What the system's menu shows, in the language of the window; the sections of a menu have a line between them. */
export type MenuSpec = Readonly<{
  menus: readonly Readonly<{
    name: (typeof MENU_NAMES)[number]
    label: string
    sections: readonly (readonly MenuItem[])[]
  }>[]
  /** Of the items that are the system's own. */
  labels: Readonly<Record<(typeof OWN_LABELS)[number], string>>
  /** The commands that make sense now. */
  enabled: readonly string[]
}>

const MENU_NAMES = ['file', 'edit', 'view', 'bot', 'help'] as const
const OWN_LABELS = ['recent', 'noRecent', 'quit', 'fullScreen', 'window'] as const

const id = z.string().regex(/^[a-zA-Z]+\.[a-zA-Z]+$/)
const label = z.string().min(1).max(120)
/** As Electron writes them; a key alone would take letters from who types, so all but F keys have a modifier. */
const keys = z
  .string()
  .regex(/^((CmdOrCtrl|Alt|Shift)\+){0,3}(F[0-9]{1,2}|(?<=\+)([A-Z0-9,./=-]|Enter|Plus))$/)
  .nullable()
const command = z.strictObject({ id, label, keys })
const item = z.union([command, z.strictObject({ label, items: z.array(command).max(60) })])

export const menuSpecSchema: z.ZodType<MenuSpec> = z.strictObject({
  menus: z
    .array(
      z.strictObject({
        name: z.enum(MENU_NAMES),
        label,
        sections: z.array(z.array(item).max(60)).max(20),
      }),
    )
    .max(10),
  labels: z.strictObject({ recent: label, noRecent: label, quit: label, fullScreen: label, window: label }),
  enabled: z.array(id).max(500),
})

import type { z } from 'zod'
import { callFlow } from './call-flow.ts'
import { condition } from './condition.ts'
import { end } from './end.ts'
import { entry } from './entry.ts'
import { goTo } from './go-to.ts'
import type { Kind } from './kind.ts'
import { menu } from './menu.ts'
import { message } from './message.ts'
import { question } from './question.ts'
import { setVariable } from './set-variable.ts'

/** Every block kind, in the order of the palette. A new kind is one file here, one view, one fixture, two lines. */
export const KINDS = [entry, message, menu, question, condition, setVariable, callFlow, goTo, end] as const

export type KindName = (typeof KINDS)[number]['name']

/** The data of one kind, or of any. */
export type DataOf<Name extends KindName = KindName> = z.infer<
  Extract<(typeof KINDS)[number], { name: Name }>['schema']
>

const BY_NAME = new Map<string, Kind>(KINDS.map(kind => [kind.name, kind as unknown as Kind]))

/** The kind with this name. A block's data was parsed by its kind's schema when it came in, so it fits. */
export function kindNamed(name: string): Kind | undefined {
  return BY_NAME.get(name)
}

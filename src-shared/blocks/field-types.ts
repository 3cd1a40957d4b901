import { z } from 'zod'
import { blockIdSchema, flowIdSchema, variableIdSchema } from '../document/ids.ts'
import { localeSchema, textSchema } from '../document/localized.ts'

/**
 * What a field of a block means beyond its shape. Translation tables, search, renaming, checks and inspector forms
 * find fields by these roles instead of knowing the kinds.
 *
 * - `text`: localized text with `{{ }}` places · `words`: localized list of plain words
 * - `formula`: an expression · `variable`, `flow`, `block`: the id of such a record, or null for "not chosen yet"
 */
export type FieldRole = 'text' | 'words' | 'formula' | 'variable' | 'flow' | 'block'

export const fieldRoles = z.registry<{ role: FieldRole }>()

/** A formula longer than this is not a formula any more. Characters. */
export const MAX_FORMULA_LENGTH = 2000

const localeKey = localeSchema

export const localizedText = z.record(localeKey, textSchema).register(fieldRoles, { role: 'text' })

export const localizedWords = z
  .record(localeKey, z.array(z.string().max(80, 'words hold at most 80 characters')).max(50))
  .register(fieldRoles, { role: 'words' })

export const formula = z
  .string()
  .max(MAX_FORMULA_LENGTH, `formulas hold at most ${MAX_FORMULA_LENGTH} characters`)
  .register(fieldRoles, { role: 'formula' })

export const variableRef = variableIdSchema.nullable().register(fieldRoles, { role: 'variable' })
export const flowRef = flowIdSchema.nullable().register(fieldRoles, { role: 'flow' })
export const blockRef = blockIdSchema.nullable().register(fieldRoles, { role: 'block' })

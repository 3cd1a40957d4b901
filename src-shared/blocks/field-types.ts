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

/** `required`: left empty, the block cannot do its work, and the checks say so. */
export const fieldRoles = z.registry<{ role: FieldRole; required?: boolean }>()

/** A formula longer than this is not a formula any more. Characters. */
export const MAX_FORMULA_LENGTH = 2000

export const localizedText = z.record(localeSchema, textSchema).register(fieldRoles, { role: 'text' })
export const requiredText = z
  .record(localeSchema, textSchema)
  .register(fieldRoles, { role: 'text', required: true })

export const localizedWords = z
  .record(localeSchema, z.array(z.string().max(80, 'words hold at most 80 characters')).max(50))
  .register(fieldRoles, { role: 'words' })

export const formula = z
  .string()
  .max(MAX_FORMULA_LENGTH, `formulas hold at most ${MAX_FORMULA_LENGTH} characters`)
  .register(fieldRoles, { role: 'formula', required: true })

export const variableRef = variableIdSchema.nullable().register(fieldRoles, { role: 'variable' })
export const requiredVariable = variableIdSchema
  .nullable()
  .register(fieldRoles, { role: 'variable', required: true })
export const requiredFlow = flowIdSchema.nullable().register(fieldRoles, { role: 'flow', required: true })
export const requiredBlock = blockIdSchema.nullable().register(fieldRoles, { role: 'block', required: true })

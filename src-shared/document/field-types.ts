import { z } from 'zod'
import {
  authIdSchema,
  blockIdSchema,
  flowIdSchema,
  intentIdSchema,
  templateIdSchema,
  variableIdSchema,
} from './ids.ts'
import { localeSchema, MAX_TEXT_LENGTH, textSchema } from './localized.ts'

/**
 * What a field of a record means beyond its shape. Translation tables, search, renaming, checks and inspector forms
 * find fields by these roles instead of knowing the kinds.
 *
 * - `text`: localized text with `{{ }}` places · `words`: localized list of plain words
 * - `template`: text with `{{ }}` places that is the same in every language, such as an address
 * - `formula`: an expression · the others: the id of such a record, or null for "not chosen yet"
 */
export type FieldRole =
  | 'text'
  | 'words'
  | 'template'
  | 'formula'
  | 'variable'
  | 'flow'
  | 'block'
  | 'intent'
  | 'messageTemplate'
  | 'auth'

/** `required`: left empty, the record cannot do its work, and the checks say so. */
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

export const templateText = z
  .string()
  .max(MAX_TEXT_LENGTH, `texts hold at most ${MAX_TEXT_LENGTH} characters`)
  .register(fieldRoles, { role: 'template' })
export const requiredTemplate = z
  .string()
  .max(MAX_TEXT_LENGTH, `texts hold at most ${MAX_TEXT_LENGTH} characters`)
  .register(fieldRoles, { role: 'template', required: true })

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
export const requiredIntent = intentIdSchema
  .nullable()
  .register(fieldRoles, { role: 'intent', required: true })
export const requiredMessageTemplate = templateIdSchema
  .nullable()
  .register(fieldRoles, { role: 'messageTemplate', required: true })
export const authRef = authIdSchema.nullable().register(fieldRoles, { role: 'auth' })

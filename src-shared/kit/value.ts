/**
 * What a variable can hold and an expression can yield. A date is text `YYYY-MM-DD`; a list holds texts or numbers;
 * `null` is empty (requirements.md NHN-16: a missing variable is empty).
 */
export type Value = string | number | boolean | null | readonly (string | number)[]

export const VALUE_TYPES = ['text', 'number', 'boolean', 'date', 'list'] as const
export type ValueType = (typeof VALUE_TYPES)[number]

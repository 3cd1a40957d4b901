import type { Words } from './en.ts'

/**
 * The same keys as in English, all of them and no others, with a text for each: `export const es: Translated = {…}`,
 * and for an area `export const menu: TranslatedArea<'menu'> = {…}`. What is missing or too much does not compile.
 */
export type Translated = Texts<Words>
export type TranslatedArea<Area extends keyof Words> = Texts<Words[Area]>

/** The keys of some words in English: `TranslatedPart<typeof english>`. */
export type TranslatedPart<T> = Texts<T>

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

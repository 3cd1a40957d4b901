import type { Said } from './said.ts'

/** The same sentences of the same values in another language; what is missing or too much does not compile. */
export type TranslatedSentences<T> = {
  readonly [K in keyof T]: T[K] extends (values: infer V, ...rest: never[]) => string
    ? (values: V, say: (said: Said) => string) => string
    : never
}

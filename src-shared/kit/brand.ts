/** A compile-time mark that keeps two strings of different meaning apart; nothing remains of it at run time. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name }

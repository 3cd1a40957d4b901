/**
 * A sentence in no language yet: its key in the tables, and what it tells of. Plain data, so that it may be stored and
 * sent; `say` makes it, with the values that go with the key.
 */
export type Said = Readonly<{ key: string; values: unknown }>

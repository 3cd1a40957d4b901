/** One step of the library's shape: numbered, named, upward only, one file each (design/style.md rule 12). */
export type StoreMigration = Readonly<{ to: number; name: string; sql: string }>

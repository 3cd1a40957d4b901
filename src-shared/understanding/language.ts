/** What the offline understanding knows of a language. Words are folded (fold-text.ts). */
export type Language = Readonly<{
  /** The form in which the words of one family meet; never longer than the word plus one letter. */
  stem(word: string): string
  /** Words that say little about what is meant, politeness included. */
  small: ReadonlySet<string>
  /** Question words: they say something, but less than the others. */
  asking: ReadonlySet<string>
  /** Words that turn what follows into its opposite. */
  negating: ReadonlySet<string>
  /** Verbs of wanting: negated they refuse what follows ("I do not want to cancel"). */
  wanting: ReadonlySet<string>
  /** An apostrophe is part of its word ("don't"), and often left out. */
  apostrophes: boolean
}>

/** A set from words with spaces between them. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(word => word !== ''))
}

/** A word without the longest of the endings that leaves at least `least` letters; itself without one. */
export function withoutEnding(word: string, endings: readonly string[], least: number): string {
  let longest = 0
  for (const ending of endings)
    if (ending.length > longest && word.length - ending.length >= least && word.endsWith(ending))
      longest = ending.length
  return longest === 0 ? word : word.slice(0, -longest)
}

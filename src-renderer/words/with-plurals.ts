/** Words and groups of words by key. */
export interface WordTree {
  readonly [key: string]: string | WordTree
}

/**
 * Portuguese and Spanish have a third plural for whole millions ("1 millón de"); written with digits it is the same as
 * `_other`, so no translation holds it and it is added here.
 */
export function withPlurals(words: WordTree): WordTree {
  const all: Record<string, string | WordTree> = {}
  for (const [key, value] of Object.entries(words)) {
    all[key] = typeof value === 'string' ? value : withPlurals(value)
    if (typeof value === 'string' && key.endsWith('_other'))
      all[`${key.slice(0, -'_other'.length)}_many`] = value
  }
  return all
}

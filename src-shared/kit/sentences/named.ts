/** As much of a block as a sentence needs to name it. */
export type Named = Readonly<{ title: string; kind: string }>

/** A block as sentences take it; only this much, so that a kept sentence does not keep the block. */
export function named({ title, kind }: Named): Named {
  return { title, kind }
}

/** The sentence with its first letter large. */
export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/**
 * A text in small letters, of the same length, so that places found in it are places of the text: the few letters whose
 * small form is longer (İ) stay as they are.
 */
export function foldCase(text: string): string {
  const folded = text.toLowerCase()
  if (folded.length === text.length) return folded
  return [...text]
    .map(letter => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
    .join('')
}

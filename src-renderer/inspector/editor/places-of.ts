/** One closed `{{ … }}` of a text, with its braces; `inside` is what stands between them. */
export type TextPlace = Readonly<{ from: number; to: number; inside: string }>

/** The places of a text as src-shared/expression/template.ts finds them, without reading what is in them. */
export function placesOf(text: string): readonly TextPlace[] {
  const places: TextPlace[] = []
  let done = 0
  for (let first = text.indexOf('{{'); first >= 0; first = text.indexOf('{{', done)) {
    const close = text.indexOf('}}', first + 2)
    if (close < 0) break
    const from = text.lastIndexOf('{{', close - 2)
    places.push({ from, to: close + 2, inside: text.slice(from + 2, close) })
    done = close + 2
  }
  return places
}

const PLACE = /\{\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*(?:\|[^}]*)?\}\}/g

/** A text with its variables as chips: `Hello {{NAME}}` shows NAME as a thing, not as braces. */
export function ChipText({ text }: Readonly<{ text: string }>) {
  const parts: (string | { at: number; name: string })[] = []
  let done = 0
  for (const match of text.matchAll(PLACE)) {
    if (match.index > done) parts.push(text.slice(done, match.index))
    parts.push({ at: match.index, name: match[1] ?? '' })
    done = match.index + match[0].length
  }
  if (done < text.length) parts.push(text.slice(done))
  return (
    <>
      {parts.map(part =>
        typeof part === 'string' ? (
          part
        ) : (
          <span key={part.at} class="chip">
            {part.name}
          </span>
        ),
      )}
    </>
  )
}

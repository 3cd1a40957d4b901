import styles from './block-card.module.css'

const PLACE = /\{\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*(?:\|[^}]*)?\}\}/g

/** A text with its variables as chips: `Hello {{NAME}}` shows NAME as a thing, not as braces. */
export function ChipText({ text }: Readonly<{ text: string }>) {
  const parts: { at: number; text: string; isChip: boolean }[] = []
  let done = 0
  for (const match of text.matchAll(PLACE)) {
    if (match.index > done) parts.push({ at: done, text: text.slice(done, match.index), isChip: false })
    parts.push({ at: match.index, text: match[1] ?? '', isChip: true })
    done = match.index + match[0].length
  }
  if (done < text.length) parts.push({ at: done, text: text.slice(done), isChip: false })
  return parts.map(part =>
    part.isChip ? (
      <span key={part.at} className={styles.chip}>
        {part.text}
      </span>
    ) : (
      part.text
    ),
  )
}

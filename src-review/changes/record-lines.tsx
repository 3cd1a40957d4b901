import { differenceLines } from '../../src-shared/compare/difference-lines.ts'
import type { Subject } from '../../src-shared/compare/subjects.ts'
import { differencesOf } from '../differences.ts'
import type { Desk } from '../look.ts'

/** What became of one record, in sentences; what went and came of a text is marked. */
export function RecordLines({ desk, subject }: Readonly<{ desk: Desk; subject: Subject }>) {
  const found = differencesOf(desk.page.bots)
  if (!found) return null
  const { before, after } = found.difference
  const { key, is, fields } = subject
  const record = { id: key, is, type: (subject.after ?? subject.before)?.type ?? 'block', fields }
  const content = [{ ...record, before: subject.before, after: subject.after }]
  const lines = differenceLines({ before, after, content, design: [], moved: [] })
  return (
    <div class="lines" lang="en">
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one difference stay as they are
        <p key={at} data-inner={line.startsWith(' ')}>
          <Marked line={line.trim()} />
        </p>
      ))}
    </div>
  )
}

const PIECE = /\[-([\s\S]*?)-\]|\{\+([\s\S]*?)\+\}/g

function Marked({ line }: Readonly<{ line: string }>) {
  const parts: (string | { at: number; gone: boolean; text: string })[] = []
  let done = 0
  for (const match of line.matchAll(PIECE)) {
    if (match.index > done) parts.push(line.slice(done, match.index))
    const [whole, gone, came = ''] = match
    parts.push({ at: match.index, gone: gone !== undefined, text: gone ?? came })
    done = match.index + whole.length
  }
  if (done < line.length) parts.push(line.slice(done))
  return (
    <>
      {parts.map(part =>
        typeof part === 'string' ? (
          part
        ) : part.gone ? (
          <del key={part.at}>{part.text}</del>
        ) : (
          <ins key={part.at}>{part.text}</ins>
        ),
      )}
    </>
  )
}

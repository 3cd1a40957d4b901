import type { EntryRecord } from './parts.ts'

const folded = new WeakMap<EntryRecord, string>()

/** The entries that hold every typed word anywhere, without regard to case and accents. */
export function findEntries<Entry extends EntryRecord>(
  entries: readonly Entry[],
  typed: string,
): readonly Entry[] {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return entries
  return entries.filter(entry => {
    const text = textOf(entry)
    return words.every(word => text.includes(word))
  })
}

/** Records never change, so each is folded once: ten thousand questions are searched while a person types. */
function textOf(entry: EntryRecord): string {
  const known = folded.get(entry)
  if (known !== undefined) return known
  const text = fold(searched(entry).join('\n'))
  folded.set(entry, text)
  return text
}

function searched(entry: EntryRecord): readonly string[] {
  switch (entry.type) {
    case 'intent':
      return [entry.name, ...Object.values(entry.phrases).flat()]
    case 'faq':
      return [...Object.values(entry.questions).flat(), ...Object.values(entry.answer), entry.topic]
    case 'template':
      return [entry.name, ...Object.values(entry.body)]
    case 'auth':
      return [entry.name, entry.identity]
  }
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

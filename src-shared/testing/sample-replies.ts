import type { BotDocument } from '../document/bot-document.ts'
import type { Happening } from '../runtime/simulation.ts'

/** What a customer might send where nothing is offered to tap; one for each form an answer can be asked for. */
const USUAL: readonly Happening[] = [
  ...['Ana Souza', '7', 'ana@example.com', '+5511987654321', '2026-06-15', '14:30'].map(message),
  { type: 'message', text: '', location: { latitude: -12.9718, longitude: -38.5011 } },
  file('image', 'photo.jpg', 'image/jpeg'),
  file('video', 'film.mp4', 'video/mp4'),
  file('audio', 'voice.mp3', 'audio/mpeg'),
  file('document', 'form.pdf', 'application/pdf'),
]
/** Fits next to nothing, so that a bot has to ask again. */
const NONSENSE = message('??')
/** Values a bot compares with, at most so many. */
const MOST_VALUES = 24

/**
 * Messages worth trying where a bot waits for one, the likeliest first: every form of answer, the bounds of its
 * questions, and the values its conditions compare with, those just beside them too.
 */
export function sampleReplies(document: BotDocument): readonly Happening[] {
  const texts = new Set<string>()
  for (const { data } of document.all('block')) {
    for (const bound of [data.min, data.max, data.earliest, data.latest])
      if (typeof bound === 'number' || (typeof bound === 'string' && bound !== '')) addValue(texts, bound)
    if (typeof data.min === 'number' && data.answer === 'text')
      texts.add('A'.repeat(Math.max(1, Math.min(data.min, 200))))
    if (Array.isArray(data.branches))
      for (const { when } of data.branches as { when?: unknown }[]) addLiterals(texts, when)
    if (texts.size >= MOST_VALUES) break
  }
  return [...USUAL, ...[...texts].slice(0, MOST_VALUES).map(message), NONSENSE]
}

function addValue(texts: Set<string>, value: number | string): void {
  texts.add(String(value))
  if (typeof value !== 'number') return
  texts.add(String(value + 1))
  texts.add(String(value - 1))
}

const LITERAL = /"((?:[^"\\]|\\.){1,60})"|'((?:[^'\\]|\\.){1,60})'|(?<![\w.])(\d{1,12}(?:\.\d{1,6})?)/g

function addLiterals(texts: Set<string>, formula: unknown): void {
  if (typeof formula !== 'string') return
  for (const [, double, single, number] of formula.matchAll(LITERAL))
    addValue(texts, number === undefined ? (double ?? single ?? '') : Number(number))
}

function message(text: string): Happening {
  return { type: 'message', text }
}

function file(kind: 'image' | 'video' | 'audio' | 'document', name: string, mime: string): Happening {
  const sent = { kind, url: `https://files.example/${name}`, name, mime, size: 20_000 }
  return { type: 'message', text: '', files: [sent] }
}

import { type SentenceKey, type Sentences, say } from '../kit/say.ts'
import type { Said } from '../kit/sentences/said.ts'

type FixKey = Extract<SentenceKey, `fix/${string}`>

/** The words on the button of a fix. */
export function fixLabel<K extends FixKey>(
  key: K,
  values: Parameters<Sentences[K]>[0],
): { label: string; said: Said } {
  const { message, said } = say(key, values)
  return { label: message, said }
}

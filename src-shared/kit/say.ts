import { en } from './sentences/en.ts'
import type { Said } from './sentences/said.ts'
import type { TranslatedSentences } from './sentences/translated.ts'

/** Sentences as functions of what they tell of; English is the measure, and every language has the same. */
export type Sentences = TranslatedSentences<typeof en>
export type SentenceKey = keyof typeof en
type ValuesOf<K extends SentenceKey> = Parameters<(typeof en)[K]>[0]

/** A sentence in English, and what it takes to say it in another language. */
export type Words = Readonly<{ message: string; said: Said }>
export type Unsaid = Omit<Words, 'message'>

export function say<K extends SentenceKey>(key: K, values: ValuesOf<K>): Words {
  const said: Said = { key, values }
  return { message: sayIn(en, said), said }
}

/** What `say` says, in no language yet: of thousands of findings only a few are ever read. */
export function unsaid<K extends SentenceKey>(key: K, values: ValuesOf<K>): Unsaid {
  return { said: { key, values } }
}

/** Says it in the language of the table. */
export function sayIn(sentences: Sentences, { key, values }: Said): string {
  // `say` took the values that go with the key; what was sent or stored since cannot tell that again.
  const sentence = sentences[key as SentenceKey] as (values: unknown, say: (said: Said) => string) => string
  return sentence(values, inner => sayIn(sentences, inner))
}

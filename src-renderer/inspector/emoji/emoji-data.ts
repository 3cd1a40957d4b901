import { foldText } from '../../../src-shared/understanding/fold-text.ts'

/** One emoji and the words it is found by, folded. */
export type Emoji = Readonly<{ sign: string; name: string; words: string }>

export type EmojiGroup = Readonly<{ key: string; emoji: readonly Emoji[] }>

type Entry = Readonly<{
  unicode: string
  label: string
  tags?: readonly string[]
  group?: number
  order?: number
}>

/** The order of emojibase; number 2 holds skin tones and hair, which are nothing by themselves. */
const GROUPS: readonly (readonly [number, string])[] = [
  [0, 'smileys'],
  [1, 'people'],
  [3, 'nature'],
  [4, 'food'],
  [5, 'travel'],
  [6, 'activities'],
  [7, 'objects'],
  [8, 'symbols'],
  [9, 'flags'],
]

const LANGUAGES: Readonly<Record<string, () => Promise<{ default: unknown }>>> = {
  en: () => import('emojibase-data/en/compact.json'),
  pt: () => import('emojibase-data/pt/compact.json'),
  es: () => import('emojibase-data/es/compact.json'),
}

const loaded = new Map<string, Promise<readonly EmojiGroup[]>>()

/** All emoji with their names in the language of the interface; English where there is no such list. */
export function loadEmoji(language: string): Promise<readonly EmojiGroup[]> {
  const known = language.split('-')[0] ?? 'en'
  const key = known in LANGUAGES ? known : 'en'
  let groups = loaded.get(key)
  if (!groups) {
    groups = (LANGUAGES[key]?.() ?? Promise.resolve({ default: [] })).then(({ default: entries }) =>
      grouped(entries as readonly Entry[]),
    )
    loaded.set(key, groups)
  }
  return groups
}

function grouped(entries: readonly Entry[]): readonly EmojiGroup[] {
  const ordered = entries.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
  return GROUPS.map(([number, key]) => ({
    key,
    emoji: ordered
      .filter(({ group }) => group === number)
      .map(({ unicode, label, tags = [] }) => ({
        sign: unicode,
        name: label,
        words: foldText([label, ...tags].join(' ')),
      })),
  }))
}

/** Those whose words begin with every word sought, best first: the ones whose name does. */
export function findEmoji(groups: readonly EmojiGroup[], sought: string): readonly Emoji[] {
  const words = foldText(sought).split(/\s+/).filter(Boolean)
  const fits = ({ words: known }: Emoji) => words.every(word => ` ${known}`.includes(` ${word}`))
  const found = groups.flatMap(({ emoji }) => emoji.filter(fits))
  const isNamed = ({ words: known }: Emoji) => known.startsWith(words[0] ?? '')
  return [...found.filter(isNamed), ...found.filter(emoji => !isNamed(emoji))]
}

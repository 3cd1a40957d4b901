import { describe, expect, test } from 'vitest'
import { en } from '../../../src-renderer/words/en.ts'
import { es } from '../../../src-renderer/words/es.ts'
import { ptBR } from '../../../src-renderer/words/pt-BR.ts'
import { type WordTree, withPlurals } from '../../../src-renderer/words/with-plurals.ts'

/** Words that are the same in another language: names, formats, and words both have. Whole values only. */
const ALIKE: readonly string[] = [
  ...['Web', 'WhatsApp', 'Messenger', 'Instagram', 'SMS', 'JSON', 'API', 'CSV', 'Excel (XLSX)', 'XLIFF 2.1'],
  ...['English', 'Português (Brasil)', 'Español', 'Canvas', 'KYC', 'Fitness', 'Marketing', 'Brief', 'Link', 'Webhook'],
  ...[
    'Bot',
    'Bots',
    '&Bot',
    'Bot: ',
    'Infobot',
    'Databot',
    'Menu',
    'Status',
    'Status 500',
    'Online',
    'Offline',
  ],
  ...[
    'Latitude',
    'Longitude',
    'Latitude, longitude',
    'Zoom',
    'E-mail',
    'Del',
    'Error',
    '{{count}} error',
    'no',
    'No',
    'Inspector',
    'Variable',
  ],
  ...['Variables', 'Variable {{number}}', 'Variable {{name}}', 'Video', 'Videos', 'Audio'],
  ...['{{count}} byte', '{{count}} bytes', '{{value}} / {{max}} bytes {{channel}}'],
  ...['{{size, number}} kB', '{{size, number}} MB'],
  // What is typed as it is: examples and keys.
  ...['\\d{5}-?\\d{3}', 'AGE >= 18', 'TOTAL + 1', 'https://engine.example.com'],
  ...['↑, ↓, Home, End', '+, Insert', 'Alt+↑, Alt+↓', 'Shift+F10'],
]

/** Empty in English too: the name of a new question is the question itself. */
const EMPTY = ['knowledge.unnamed.faq']

function flat(words: WordTree, before = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as const] : flat(value, `${before}${key}.`),
  )
}

function placesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name))].sort()
}

const english = new Map(flat(en))

describe.each([
  { language: 'pt-BR', words: ptBR },
  { language: 'es', words: es },
])('KAR-24: the words in $language', ({ language, words }) => {
  const translated = new Map(flat(words))

  test('are those of English, all of them and no others', () => {
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('have the same places to fill in', () => {
    const other = [...translated].filter(
      ([key, text]) => String(placesOf(text)) !== String(placesOf(english.get(key) ?? '')),
    )
    expect(other).toEqual([])
  })

  test('are written, and begin and end as in English', () => {
    const blank = [...translated].filter(([key, text]) => {
      const original = english.get(key) ?? ''
      const isBlank = text.trim() === '' && !EMPTY.includes(key)
      return isBlank || /^\s/.test(text) !== /^\s/.test(original) || /\s$/.test(text) !== /\s$/.test(original)
    })
    expect(blank).toEqual([])
  })

  test('differ from English where they have letters of their own', () => {
    const same = [...translated].filter(
      ([key, text]) =>
        text === english.get(key) &&
        /\p{L}/u.test(text.replace(/\{\{[^}]*\}\}/g, '')) &&
        !ALIKE.includes(text),
    )
    expect(same).toEqual([])
  })

  test('have every plural the language asks for', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const complete = new Map(flat(withPlurals(words)))
    const counted = [...english.keys()].filter(key => key.endsWith('_other')).map(key => key.slice(0, -6))
    expect(counted.length).toBeGreaterThan(50)
    for (const key of counted)
      expect(
        forms.filter(form => !complete.has(`${key}_${form}`)),
        key,
      ).toEqual([])
  })
})

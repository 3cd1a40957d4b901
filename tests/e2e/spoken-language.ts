import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { en } from '../../src-renderer/words/en.ts'
import type { WordTree } from '../../src-renderer/words/with-plurals.ts'
import { BUILT_IN_WORDS } from '../../src-shared/blocks/built-in-words.ts'

/** Everything a person sees or hears in the window now: its texts, and the names, titles and hints of what is there. */
export function spokenTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said = new Set<string>()
    const add = (text: string | null) => text?.trim() && said.add(text.trim().replace(/\s+/g, ' '))
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.parentElement?.checkVisibility()) add(node.textContent)
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      if (element.checkVisibility())
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) add(element.getAttribute(name))
    return [...said]
  })
}

/** What is not said in the language of the words: raw keys, and sentences of the English interface. */
export function unspoken(texts: readonly string[], words: WordTree): readonly string[] {
  const english = englishOnly(words)
  return texts.filter(text => !WRITTEN.has(text) && (RAW_KEY.test(text) || english.some(is => is(text))))
}

const RAW_KEY = new RegExp(`^(?:${Object.keys(en).join('|')})(?:\\.\\w+)+$`)

/** What the sample says itself, or would say where nothing is written; it may be a word of the interface too. */
const WRITTEN: ReadonlySet<string> = new Set([
  ...stringsIn(JSON.parse(readFileSync(new URL('../../assets/samples/casey.json', import.meta.url), 'utf8'))),
  ...stringsIn(BUILT_IN_WORDS),
])

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value.trim().replace(/\s+/g, ' ')]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** English texts that read otherwise in the language; places to fill in may hold anything. */
function englishOnly(words: WordTree): readonly ((text: string) => boolean)[] {
  const translated = new Map(flat(words))
  const alike = new Set(translated.values())
  const texts = new Set<string>()
  const tests: ((text: string) => boolean)[] = []
  for (const [key, text] of flat(en)) {
    if (translated.get(key) === text || alike.has(text)) continue
    if (!text.includes('{{')) texts.add(text.trim())
    // A pattern of few letters would find what it is not looking for.
    else if (text.replace(/\{\{[^}]*\}\}|[^\p{L}]/gu, '').length >= 6) {
      const pattern = text
        .trim()
        .split(/\{\{[^}]*\}\}/)
        .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      const whole = new RegExp(`^${pattern.join('.+')}$`)
      tests.push(said => whole.test(said))
    }
  }
  return [said => texts.has(said), ...tests]
}

function flat(words: WordTree, before = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as const] : flat(value, `${before}${key}.`),
  )
}

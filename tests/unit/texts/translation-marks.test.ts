import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { setLocales } from '../../../src-shared/blocks/edits/set-locales.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { RecordId } from '../../../src-shared/document/ids.ts'
import type { Changes } from '../../../src-shared/edit/edit.ts'
import type { Editor } from '../../../src-shared/edit/editor.ts'
import { updateRecord } from '../../../src-shared/edit/update-record.ts'
import { bundleOf } from '../../../src-shared/publish/bundle.ts'
import { setTexts } from '../../../src-shared/texts/set-texts.ts'
import { rowsOf } from '../../../src-shared/texts/text-rows.ts'
import { isOutdated, markAsUpToDate } from '../../../src-shared/texts/translation-marks.ts'
import { snapshot } from '../edit/snapshot.ts'
import { editorOf, HELLO, MENU, translatedBot, withData } from './translated-bot.ts'

const LABEL = { key: 'texts.edit.set' }

function write(editor: Editor, record: RecordId, key: string, texts: Record<string, string>): void {
  const writes = Object.entries(texts).map(([locale, text]) => ({ record, key, locale, text }))
  const changes = setTexts(editor.document, writes)
  if (!changes.ok) throw new Error(changes.message)
  commit(editor, changes.value)
}

function commit(editor: Editor, changes: Changes): void {
  const done = editor.commit(changes, LABEL)
  if (!done.ok) throw new Error(done.message)
}

function outdated(document: BotDocument): string[] {
  return [...document.values()].flatMap(record =>
    rowsOf(record).flatMap(({ id, field }) =>
      document.bot.locales
        .filter(locale => isOutdated(document, record.id, field, locale))
        .map(locale => `${id} ${locale}`),
    ),
  )
}

describe('outdated translations', () => {
  test('are those whose source changed while they did not', () => {
    const editor = editorOf(translatedBot())
    write(editor, HELLO, 'text', { en: 'Good morning {{NAME}}' })
    expect(outdated(editor.document)).toEqual(['block_hello:text pt-BR'])
    write(editor, HELLO, 'text', { 'pt-BR': 'Bom dia {{NAME}}' })
    expect(outdated(editor.document)).toEqual([])
    expect(editor.document.count('translation')).toBe(0)
  })

  test('a source typed letter by letter is compared with what the translation was made from', () => {
    const editor = editorOf(translatedBot())
    for (const en of ['Hello {{NAME}}!', 'Hello {{NAME}}!!']) write(editor, HELLO, 'text', { en })
    expect(outdated(editor.document)).toEqual(['block_hello:text pt-BR'])
    write(editor, HELLO, 'text', { en: 'Hello {{NAME}}' })
    expect(outdated(editor.document)).toEqual([])
    expect(editor.document.count('translation')).toBe(0)
  })

  test('source and translation changed in one step are up to date', () => {
    const editor = editorOf(translatedBot())
    write(editor, HELLO, 'text', { en: 'Hi', 'pt-BR': 'Oi' })
    expect(outdated(editor.document)).toEqual([])
  })

  test('a source that was empty leaves nothing behind', () => {
    const editor = editorOf(translatedBot())
    write(editor, HELLO, 'text', { en: '' })
    expect(outdated(editor.document)).toEqual(['block_hello:text pt-BR'])
    commit(editor, markAsUpToDate(editor.document, [{ record: HELLO, key: 'text', locale: 'pt-BR' }]))
    write(editor, HELLO, 'text', { en: 'Hi' })
    expect(outdated(editor.document)).toEqual([])
  })

  test('can be declared up to date, with an undo, and that is no content', () => {
    const editor = editorOf(translatedBot())
    write(editor, HELLO, 'text', { en: 'Hi' })
    const { hash } = bundleOf(editor.document)
    commit(editor, markAsUpToDate(editor.document, [{ record: HELLO, key: 'text', locale: 'pt-BR' }]))
    expect(outdated(editor.document)).toEqual([])
    expect(bundleOf(editor.document).hash).toBe(hash)
    editor.undo()
    expect(outdated(editor.document)).toEqual(['block_hello:text pt-BR'])
  })

  test('follow an option that is moved, by its id', () => {
    const editor = editorOf(translatedBot())
    write(editor, MENU, 'options.opt_cake.label', { en: 'Cakes' })
    const options = editor.document.get(MENU)?.data.options as unknown[]
    commit(
      editor,
      updateRecord(editor.document, withData(editor.document, MENU, { options: options.toReversed() })),
    )
    expect(outdated(editor.document)).toEqual([
      'block_menu:options.opt_cake.label pt-BR',
      'block_menu:options.opt_cake.label ar',
    ])
  })

  test('follow a button that is moved, by what it says', () => {
    const editor = editorOf(translatedBot())
    const button = (en: string, pt: string) => ({
      kind: 'link',
      label: { en, 'pt-BR': pt },
      target: 'https://example.com',
    })
    const set = (...buttons: unknown[]) =>
      commit(editor, updateRecord(editor.document, withData(editor.document, HELLO, { buttons })))
    set(button('Shop', 'Loja'), button('Help', 'Ajuda'))
    set(button('Our shop', 'Loja'), button('Help', 'Ajuda'))
    expect(outdated(editor.document)).toEqual(['block_hello:buttons.0.label pt-BR'])
    set(button('Help', 'Ajuda'), button('Our shop', 'Loja'))
    expect(outdated(editor.document)).toEqual(['block_hello:buttons.1.label pt-BR'])
  })

  test('another default language changes none; a language that goes takes its marks along', () => {
    const editor = editorOf(translatedBot())
    write(editor, HELLO, 'text', { en: 'Hi' })
    commit(editor, setLocales(editor.document, ['pt-BR', 'en', 'ar']))
    expect(outdated(editor.document)).toEqual([])
    commit(editor, setLocales(editor.document, ['en', 'pt-BR', 'ar']))
    expect(outdated(editor.document)).toEqual(['block_hello:text pt-BR'])
    commit(editor, setLocales(editor.document, ['en', 'ar']))
    expect(outdated(editor.document)).toEqual([])
    expect(editor.document.count('translation')).toBe(0)
  })

  test('go with their record', () => {
    const editor = editorOf(translatedBot())
    write(editor, HELLO, 'text', { en: 'Hi' })
    const block = editor.document.get(HELLO)
    if (!block) throw new Error('gone')
    commit(editor, { [HELLO]: { before: block, after: null } } as Changes)
    expect(editor.document.count('translation')).toBe(0)
    editor.undo()
    expect(outdated(editor.document)).toEqual(['block_hello:text pt-BR'])
  })
})

const step = fc.record({
  locale: fc.constantFrom('en', 'pt-BR'),
  text: fc.constantFrom('', 'a', 'b', 'c'),
})

describe.each([1, 20261121])('law of outdated translations, seed %i', seed => {
  test('a translation is outdated when its source is not what it was when the translation was last written', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), steps => {
        const editor = editorOf(translatedBot())
        const start = snapshot(editor.document)
        let now = { en: 'Hello {{NAME}}', 'pt-BR': 'Olá {{NAME}}' }
        let madeFrom: string = now.en
        let edits = 0
        for (const { locale, text } of steps) {
          if (now[locale as 'en'] === text) continue
          const before = now
          now = { ...now, [locale]: text }
          write(editor, HELLO, 'text', { [locale]: text })
          edits += 1
          // A translation of nothing is as good as any source that is written later.
          if (locale === 'pt-BR' || (before.en === '' && madeFrom === '')) madeFrom = now.en
          const is = now['pt-BR'] !== '' && madeFrom !== now.en
          expect(outdated(editor.document)).toEqual(is ? ['block_hello:text pt-BR'] : [])
        }
        for (let left = edits; left > 0; left -= 1) editor.undo()
        expect(snapshot(editor.document)).toBe(start)
      }),
      { seed, numRuns: 200 },
    )
  })
})

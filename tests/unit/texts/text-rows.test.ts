import { describe, expect, test } from 'vitest'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { completeness } from '../../../src-shared/texts/completeness.ts'
import { setTexts } from '../../../src-shared/texts/set-texts.ts'
import { textRows } from '../../../src-shared/texts/text-rows.ts'
import { MENU, translatedBot } from './translated-bot.ts'

describe('the texts of a bot', () => {
  test('are listed flow by flow, then settings, questions, templates and files', () => {
    const ids = textRows(translatedBot()).map(({ id }) => id.replace(/^bot_[^:]+/, 'bot'))
    expect(ids).toEqual([
      'block_hello:text',
      'block_menu:prompt',
      'block_menu:options.opt_bread.label',
      'block_menu:options.opt_cake.label',
      'block_menu:options.opt_bread.synonyms',
      'bot:settings.footer',
      'bot:settings.agentWords',
      'faq_hours:questions',
      'faq_hours:answer',
      'tpl_ready:body',
      'media_shop:alt',
    ])
  })

  test('a list of words is a cell with one on each line', () => {
    const row = textRows(translatedBot()).find(({ id }) => id === 'block_menu:options.opt_bread.synonyms')
    expect(row?.field.texts).toEqual({ en: 'loaf\nrolls' })
  })

  test('completeness counts what is written in any language', () => {
    const shares = completeness(translatedBot())
    expect(shares.get('en')).toBe(1)
    expect(shares.get('pt-BR')).toBeCloseTo(5 / 11)
    expect(shares.get('ar')).toBeCloseTo(2 / 11)
  })
})

describe('setTexts', () => {
  test('writes several texts and lists of words at once', () => {
    const document = translatedBot()
    const changes = setTexts(document, [
      { record: MENU, key: 'options.opt_bread.label', locale: 'ar', text: 'خبز' },
      { record: MENU, key: 'options.opt_bread.synonyms', locale: 'ar', text: 'رغيف \n\n x' },
      { record: 'tpl_ready' as never, key: 'body', locale: 'ar', text: '{{1}}' },
    ])
    if (!changes.ok) throw new Error(changes.message)
    expect(applyChanges(document, changes.value).ok).toBe(true)
    expect(document.get(MENU)?.data.options).toMatchObject([
      { label: { ar: 'خبز' }, synonyms: { en: ['loaf', 'rolls'], ar: ['رغيف', 'x'] } },
      {},
    ])
    expect(document.get('tpl_ready' as never)).toMatchObject({
      body: { en: 'Order {{1}} is ready', ar: '{{1}}' },
    })
  })

  test('an emptied translation goes away; the emptied first language stays as empty', () => {
    const document = translatedBot()
    const place = { record: MENU, key: 'prompt', text: '' }
    const changes = setTexts(
      document,
      ['en', 'pt-BR'].map(locale => ({ ...place, locale })),
    )
    if (!changes.ok) throw new Error(changes.message)
    applyChanges(document, changes.value)
    expect(document.get(MENU)?.data.prompt).toEqual({ en: '', ar: 'ماذا تريد؟' })
  })

  test('refuses a text that is too long, and changes nothing for the same one', () => {
    const document = translatedBot()
    const place = { record: MENU, key: 'prompt', locale: 'en' }
    expect(setTexts(document, [{ ...place, text: 'x'.repeat(20_001) }])).toMatchObject({
      ok: false,
      code: 'texts/unfit',
    })
    expect(setTexts(document, [{ ...place, text: 'What would you like?' }])).toEqual({ ok: true, value: {} })
  })
})

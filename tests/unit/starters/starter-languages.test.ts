import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseDocumentText } from '../../../src-shared/blocks/parse-document.ts'
import { lint } from '../../../src-shared/lint/lint.ts'
import {
  botOfStarter,
  STARTER_COUNTRY,
  STARTER_LOCALES,
} from '../../../src-shared/starters/bot-of-starter.ts'
import { STARTERS } from '../../../src-shared/starters/starters.ts'

describe.each(STARTERS)('the starter $id', ({ file }) => {
  const starter = () => {
    const parsed = parseDocumentText(readFileSync(`assets/starters/${file}`, 'utf8'))
    if (!parsed.ok) throw new Error(parsed.message)
    return parsed.value
  }
  const newId = () => 'new'

  test('is in the languages that are offered, for the country that is shown', () => {
    expect(starter().bot).toMatchObject({ locales: [...STARTER_LOCALES], country: STARTER_COUNTRY })
  })

  test.each(STARTER_LOCALES)('in %s alone has no errors', locale => {
    const bot = botOfStarter(starter(), { name: 'A', locales: [locale], country: null }, newId)
    expect(bot.bot).toMatchObject({ locales: [locale], country: null })
    expect(lint(bot).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('keeps all its languages where none of those wanted is its own', () => {
    expect(botOfStarter(starter(), { name: 'A', locales: ['ja'] }, newId).bot.locales).toHaveLength(
      STARTER_LOCALES.length,
    )
  })
})

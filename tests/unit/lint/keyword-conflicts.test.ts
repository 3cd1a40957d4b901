import { describe, expect, test } from 'vitest'
import type { KeywordId } from '../../../src-shared/document/ids.ts'
import type { KeywordRecord } from '../../../src-shared/document/records.ts'
import { keywordConflicts } from '../../../src-shared/lint/keyword-conflicts.ts'
import { healthyBot } from '../document/draft-bot.ts'

const document = healthyBot()
  .bot({ locales: ['en', 'pt'] })
  .keyword('oi', 'Oi', 'in', { locale: 'pt' })
  .document()

type Typed = Readonly<{ id: string | null; text: string; locale?: KeywordRecord['locale'] }>

function conflicts({ id, text, locale = null }: Typed) {
  return keywordConflicts(document, { id: id as KeywordId | null, text, match: 'exact', locale })
}

describe('conflicts of a keyword while it is typed (NHN-29)', () => {
  test.each<Typed & { says: string }>([
    { says: 'a new word', id: null, text: 'Start' },
    { says: 'nothing yet', id: null, text: '  ' },
    { says: 'the keyword itself', id: 'kw_hi', text: 'hi' },
    { says: 'the same word in another language', id: null, text: 'oi', locale: 'en' },
    { says: 'a part of a keyword', id: null, text: 'h' },
    { says: 'the word of a token without its sign', id: null, text: 'menu' },
  ])('none: $says', typed => expect(conflicts(typed)).toEqual([]))

  test.each<Typed & { says: string; expected: RegExp }>([
    { says: 'twice', id: null, text: ' HI! ', expected: /“Hi” is a keyword already\./ },
    { says: 'twice, with an emoji', id: null, text: 'Hi 👋', expected: /“Hi”/ },
    { says: 'twice, in its language', id: null, text: 'oi', locale: 'pt', expected: /“Oi”.*\(pt\)/ },
    { says: 'any language against one', id: null, text: 'oi', expected: /“Oi”/ },
    { says: 'one language against any', id: 'kw_oi', text: 'hi', locale: 'pt', expected: /“Hi”/ },
    { says: 'the token of KAR-15', id: null, text: '#menu', expected: /MENU_PRINCIPAL/ },
    { says: 'the token of KAR-14', id: null, text: '#Encerrar', expected: /ENCERRA_FLUXO/ },
  ])('one: $says', ({ expected, ...typed }) => {
    const found = conflicts(typed)
    expect(found).toHaveLength(1)
    expect(found[0]?.message).toMatch(expected)
  })
})

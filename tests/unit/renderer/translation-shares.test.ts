import { expect, test } from 'vitest'
import { translationShares } from '../../../src-renderer/shell/translation-shares.ts'
import type { BlockId } from '../../../src-shared/document/ids.ts'
import { menuFlow } from './canvas/flow-fixture.ts'

const A = 'block_a' as BlockId

test('the share of a language counts the texts that are written in it', () => {
  const document = menuFlow()
  document.put({ ...document.bot, locales: ['en', 'pt-BR'] })
  expect([...translationShares(document)]).toEqual([
    ['en', 1],
    ['pt-BR', 0],
  ])
  const block = document.get(A)
  if (block) document.put({ ...block, data: { text: { en: 'You chose A', 'pt-BR': 'Você escolheu A' } } })
  // Seven texts: prompt, two options, and four messages.
  expect(translationShares(document).get('pt-BR')).toBeCloseTo(1 / 7)
})

test('a text that is empty everywhere is not missing in any language', () => {
  const document = menuFlow()
  const block = document.get(A)
  if (block) document.put({ ...block, data: { text: { en: '' } } })
  expect(translationShares(document).get('en')).toBe(1)
})

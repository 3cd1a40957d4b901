import { expect, test } from 'vitest'
import { languageOf } from '../../../src-shared/kit/languages.ts'

test.each([
  { choice: 'system', systems: ['pt-PT', 'en'], language: 'pt-BR' },
  { choice: 'system', systems: ['fi', 'es-419', 'en'], language: 'es' },
  { choice: 'system', systems: ['fi', 'C'], language: 'en' },
  { choice: 'system', systems: [], language: 'en' },
  { choice: 'es', systems: ['pt-BR'], language: 'es' },
] as const)('KAR-24: $choice on a system of $systems speaks $language', ({ choice, systems, language }) => {
  expect(languageOf(choice, systems)).toBe(language)
})

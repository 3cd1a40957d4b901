import { describe, expect, test } from 'vitest'
import { findEntries } from '../../../src-renderer/knowledge/find-entries.ts'
import { healthyBot } from '../document/draft-bot.ts'

describe('finding what a bot knows', () => {
  const faqs = [
    ...healthyBot()
      .faq('hours', { questions: { pt: ['Qual é o horário?'] }, answer: { pt: 'Das 9 às 17' } })
      .faq('place', { questions: { pt: ['Onde fica?'] }, answer: { pt: 'No Recife' }, topic: 'Lojas' })
      .document()
      .all('faq'),
  ]
  const ids = (typed: string) => findEntries(faqs, typed).map(({ id }) => id)

  test('asks for every word, without regard to case and accents', () => {
    expect(ids('HORARIO das')).toEqual(['faq_hours'])
    expect(ids('horario recife')).toEqual([])
    expect(ids('lojas')).toEqual(['faq_place'])
  })

  test('gives all of them, and the very same list, when nothing is typed', () => {
    expect(findEntries(faqs, ' ')).toBe(faqs)
  })
})

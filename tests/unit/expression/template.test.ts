import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compileTemplate,
  parseTemplate,
  type RenderProblem,
} from '../../../src-shared/expression/template.ts'
import type { Value } from '../../../src-shared/kit/value.ts'
import { contextOf } from './evaluate.ts'

const SEED = 20260301
const VALUES = { NAME: 'João', QTY: 3, PRICE: 2.5, TAGS: ['a', 2] }

function render(
  source: string,
  variables: Readonly<Record<string, Value>> = VALUES,
  cost = 1000,
  locale = 'en',
) {
  const problems: RenderProblem[] = []
  const context = { ...contextOf(variables, cost), locale }
  const text = compileTemplate(parseTemplate(source))(context, problem => problems.push(problem))
  return { text, problems: problems.map(({ code, start, end }) => `${code} ${source.slice(start, end)}`) }
}

describe('templates (KAR-13, KAR-18)', () => {
  test.each([
    ['', ''],
    ['no place', 'no place'],
    ['Hello {{NAME}}!', 'Hello João!'],
    ['{{ QTY * PRICE }} for {{QTY}}', '7.5 for 3'],
    ['{{TAGS}}', 'a, 2'],
    ['{{MISSING}}.', '.'],
    ['Hello {{NOME_CLIENTE|cliente}}', 'Hello cliente'],
    ['Hello {{ NAME | you }}', 'Hello João'],
    ['{{MISSING|}}.', '.'],
    ['{{MISSING|a | b}}', 'a | b'],
    ['{{ MISSING || QTY }}', 'true'],
    ['{{ IF(QTY > 1, "s", "") }}', 's'],
    ['{{', '{{'],
    ['{{ NAME', '{{ NAME'],
    ['a }} b', 'a }} b'],
    ['{{ {{NAME}}', '{{ João'],
    ['{{{NAME}}}', '{João}'],
    ['{{NAME}}{{NAME}}', 'JoãoJoão'],
    ['{NAME}', '{NAME}'],
  ])('%j is shown as %j', (source, expected) => {
    expect(render(source)).toEqual({ text: expected, problems: [] })
  })

  test('numbers are shown as in the locale', () => {
    expect(render('R$ {{PRICE}}', VALUES, 100, 'pt-BR').text).toBe('R$ 2,5')
  })

  test('a place that cannot be read stays as it is written, and is a problem with its place in the whole text', () => {
    const source = 'Hi {{NAME}}, {{ 1 + }} and {{ A = 1 }} {{}}'
    const { problems } = parseTemplate(source)
    expect(render(source).text).toBe('Hi João, {{ 1 + }} and {{ A = 1 }} {{}}')
    expect(problems.map(({ code }) => code)).toEqual(Array(3).fill('expression/syntax'))
    expect(source.slice(problems[1]?.start, problems[1]?.end)).toBe('=')
    expect(problems[0]?.start).toBe(source.indexOf('}} and'))
  })

  test('names have their offsets in the whole text', () => {
    const source = 'é {{ A + B }} {{A|C}}'
    const { names } = parseTemplate(source)
    expect(names.map(({ name, start, end }) => [name, source.slice(start, end)])).toEqual([
      ['A', 'A'],
      ['B', 'B'],
      ['A', 'A'],
    ])
    expect(names.map(({ start }) => start)).toEqual([5, 9, 16])
  })

  test('a place that fails becomes nothing and is told, and the rest is shown', () => {
    expect(render('a {{ 1 / MISSING }} b {{ NAME * 2 }} c')).toEqual({
      text: 'a  b  c',
      problems: ['expression/division-by-zero 1 / MISSING', 'expression/type NAME'],
    })
  })

  test('long texts cost, so that a hundred places with one cannot fill the memory', () => {
    const { text, problems } = render('{{S}}'.repeat(100), { S: 'x'.repeat(6400) }, 1000)
    expect(text).toHaveLength(6400 * 9)
    expect(problems).toHaveLength(91)
  })

  test('a text without places is returned as it is', () => {
    const context = { ...contextOf(), cost: -1 }
    expect(compileTemplate(parseTemplate('constant'))(context, () => expect.fail())).toBe('constant')
  })

  const pieces = fc.constantFrom(
    '{{',
    '}}',
    '{',
    '|',
    'NAME',
    'QTY',
    ' ',
    '+',
    '"',
    '1',
    '/0',
    'x',
    '\ud83d',
    '\n',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 30 }).map(all => all.join('')),
  )

  test(`any text is parsed, its parts lie in order, and it renders twice the same, seed ${SEED}`, () => {
    fc.assert(
      fc.property(texts, source => {
        const { parts, names } = parseTemplate(source)
        const written = parts.map(part =>
          typeof part === 'string' ? part : `{{${source.slice(part.start, part.end)}}}`,
        )
        expect(written.join('')).toBe(source)
        for (const { name, start, end } of names) expect(source.slice(start, end)).toBe(name)
        expect(render(source)).toEqual(render(source))
      }),
      { seed: SEED, numRuns: 3000 },
    )
  })
})

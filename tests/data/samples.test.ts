import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DEFAULT_KEYWORDS } from '../../src-shared/blocks/edits/new-bot.ts'
import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import { PREDEFINED_VARIABLES } from '../../src-shared/document/predefined-variables.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { lint } from '../../src-shared/lint/lint.ts'
import { documentText } from '../../src-shared/publish/document-text.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import { loadBot } from './recording/conversation.ts'

/** A card on the canvas, pixels. */
const WIDTH = 240
const GAP = 80
const heightOf = ({ kind, data }: BlockRecord) => 72 + 28 * (kindNamed(kind)?.ports(data).length ?? 0)

describe.each(['casey', 'orders'])('the sample %s (requirements.md NHN-152)', name => {
  const path = `assets/samples/${name}.json`
  const document = loadBot(path)
  const blocks = [...document.all('block')]

  test('is written as parley unpack writes it', () => {
    expect(documentText(document)).toBe(readFileSync(path, 'utf8'))
  })

  test('has nothing the checks would say, and nothing its program would', () => {
    expect(lint(document)).toEqual([])
    expect(compile(document).problems).toEqual([])
  })

  test('has the six predefined variables (KAR-14…KAR-19), the six default keywords (NHN-28), and two languages', () => {
    const variables = [...document.all('variable')].map(variable => variable.name)
    expect(variables).toEqual(expect.arrayContaining(PREDEFINED_VARIABLES.map(variable => variable.name)))
    const keywords = [...document.all('keyword')].map(({ text }) => text)
    expect(keywords).toEqual(expect.arrayContaining([...DEFAULT_KEYWORDS]))
    expect(document.bot.locales).toEqual(['en', 'pt-BR'])
    expect(
      kindNamed(document.get(document.bot.mainMenu ?? blocks[0]?.id ?? ('' as never))?.kind ?? '')?.name,
    ).toBe('menu')
  })

  test('lies on the canvas on a grid of 8, left to right, no card on another', () => {
    expect(blocks.filter(({ x, y }) => x % 8 !== 0 || y % 8 !== 0).map(({ id }) => id)).toEqual([])
    const clashes = blocks.flatMap(a =>
      blocks
        .filter(b => b.id > a.id && b.flow === a.flow)
        .filter(b => Math.abs(a.x - b.x) < WIDTH && a.y < b.y + heightOf(b) && b.y < a.y + heightOf(a))
        .map(b => `${a.id} and ${b.id}`),
    )
    expect(clashes).toEqual([])
  })

  test('its edges lead forward across a gap, but for the few that ask again', () => {
    const edges = [...document.all('edge')].map(({ id, from, to }) => ({
      id,
      by: (document.get(to)?.x ?? 0) - (document.get(from)?.x ?? 0),
    }))
    expect(edges.filter(({ by }) => by >= 0 && by < WIDTH + GAP).map(({ id }) => id)).toEqual([])
    expect(edges.filter(({ by }) => by < 0).length).toBeLessThan(edges.length / 5)
  })
})

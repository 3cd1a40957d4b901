import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KINDS } from '../../src-shared/blocks/kinds.ts'
import { lint } from '../../src-shared/lint/lint.ts'
import { readSession, type Session } from '../../src-shared/runtime/session.ts'
import { type BlockCase, type BlockFixture, botOfCase } from './recording/block-case.ts'
import { type EnginePlayer, startEnginePlayer } from './recording/engine-player.ts'
import { playInProcess } from './recording/play-in-process.ts'
import { jsonFilesIn, readJson, UPDATE, writeRecording } from './recording/recorded-file.ts'

const FOLDER = 'tests/fixtures/blocks'

let engine: EnginePlayer

beforeAll(async () => {
  engine = await startEnginePlayer()
})

afterAll(() => engine.close())

// The registry decides what must be tested: a kind without its file fails here.
describe.each(KINDS.map(({ name }) => name))('block kind %s', kind => {
  const cases = recordedOr(`${FOLDER}/${kind}.json`, kind)

  test.each(
    cases.map((found, index) => [`${found.says} (${found.rules.join(', ')})`, found, index] as const),
  )('%s', async (_, found, index) => {
    const document = botOfCase(kind, found, `${kind}-${index}`)
    const expected = JSON.stringify(found.turns.map(({ events }) => events))
    expect(JSON.stringify(playInProcess(document, found))).toBe(expected)
    expect(JSON.stringify(playInProcess(document, found, throughJson))).toBe(expected)
    const hasErrors = lint(document).some(({ severity }) => severity === 'error')
    if (hasErrors) await expect(engine.play(document, found)).rejects.toThrow('The engine found problems')
    else expect(JSON.stringify(await engine.play(document, found))).toBe(expected)
  })
})

test('there is no fixture of a kind that does not exist', () => {
  const kinds = KINDS.map(({ name }) => `${FOLDER}/${name}.json`).sort()
  expect(jsonFilesIn(FOLDER)).toEqual(kinds)
})

function throughJson(session: Session): Session {
  const read = readSession(JSON.parse(JSON.stringify(session)))
  if (!read.ok) throw new Error(read.message)
  return read.value
}

/** The cases of a kind; with UPDATE=1 they are written anew first. */
function recordedOr(file: string, kind: string): readonly BlockCase[] {
  const fixture = readJson<BlockFixture>(file)
  if (!UPDATE) return fixture.cases
  const cases = fixture.cases.map((found, index) => {
    const played = playInProcess(botOfCase(kind, found, `${kind}-${index}`), found)
    return { ...found, turns: found.turns.map((turn, number) => ({ ...turn, events: played[number] ?? [] })) }
  })
  writeRecording(file, { ...fixture, cases })
  return cases
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { BotSettings } from '../../src-shared/document/settings.ts'
import { readSession, type Session } from '../../src-shared/runtime/session.ts'
import { readStoredSession, storeSession } from '../../src-shared/runtime/stored-session.ts'
import { loadBot, type Played } from './recording/conversation.ts'
import { type EnginePlayer, startEnginePlayer } from './recording/engine-player.ts'
import { playInProcess } from './recording/play-in-process.ts'
import { jsonFilesIn, readJson, UPDATE, writeRecording } from './recording/recorded-file.ts'

type Transcript = Readonly<{
  says: string
  rules: readonly string[]
  bot: string
  /** Settings of the bot for this conversation, in place of its own. */
  settings?: BotSettings
}> &
  Played

const FILES = jsonFilesIn('tests/transcripts')

let engine: EnginePlayer

beforeAll(async () => {
  engine = await startEnginePlayer()
})

afterAll(() => engine.close())

describe.each(FILES)('%s', file => {
  const transcript = recordedOr(file)
  const document = botOf(transcript, file)
  const title = `${transcript.says} (${transcript.rules.join(', ')})`
  const expected = transcript.turns.map(({ events }) => events)

  test(`${title}, in process`, () => {
    expect(playInProcess(document, transcript)).toEqual(expected)
  })

  test(`${title}, the session read again between all turns`, () => {
    expect(JSON.stringify(playInProcess(document, transcript, throughJson))).toBe(JSON.stringify(expected))
    expect(JSON.stringify(playInProcess(document, transcript, throughStore))).toBe(JSON.stringify(expected))
  })

  test(`${title}, through the engine`, async () => {
    expect(JSON.stringify(await engine.play(document, transcript))).toBe(JSON.stringify(expected))
  })
})

test('there are recordings of both samples in both languages', () => {
  const of = (bot: string, locale: string | undefined) =>
    FILES.map(file => readJson<Transcript>(file)).filter(
      transcript => transcript.bot.endsWith(bot) && transcript.locale === locale,
    )
  for (const bot of ['casey.json', 'orders.json'])
    for (const locale of [undefined, 'pt-BR']) expect(of(bot, locale).length).toBeGreaterThan(0)
})

test.each(['assets/samples/casey.json', 'assets/samples/orders.json'])(
  'every block and every edge of %s is in a recording',
  bot => {
    const events = FILES.map(file => readJson<Transcript>(file))
      .filter(transcript => transcript.bot === bot)
      .flatMap(({ turns }) => turns.flatMap(turn => turn.events))
    const entered = new Set(events.flatMap(event => (event.type === 'blockEntered' ? [event.block] : [])))
    const taken = new Set(
      events.flatMap(event => (event.type === 'edgeTaken' ? [`${event.block}.${event.port}`] : [])),
    )
    const document = loadBot(bot)
    expect([...document.all('block')].map(({ id }) => id).filter(id => !entered.has(id))).toEqual([])
    expect(
      [...document.all('edge')].map(({ from, port }) => `${from}.${port}`).filter(edge => !taken.has(edge)),
    ).toEqual([])
  },
)

function throughJson(session: Session): Session {
  const read = readSession(JSON.parse(JSON.stringify(session)))
  if (!read.ok) throw new Error(read.message)
  return read.value
}

function throughStore(session: Session): Session {
  const read = readStoredSession(storeSession(session))
  if (!read.ok) throw new Error(read.message)
  return read.value
}

/** The bot of a conversation; with other settings it is another bot. */
function botOf({ bot, settings }: Transcript, file: string): BotDocument {
  const document = loadBot(bot)
  if (!settings) return document
  const id = `${document.bot.id}-${file.replace(/^.*\/|\.json$/g, '')}` as BotId
  return BotDocument.of(
    [...document.values()].map(record => (record.type === 'bot' ? { ...record, id, settings } : record)),
  )
}

/** The recording; with UPDATE=1 it is written anew first. */
function recordedOr(file: string): Transcript {
  const transcript = readJson<Transcript>(file)
  if (!UPDATE) return transcript
  const played = playInProcess(botOf(transcript, file), transcript)
  const turns = transcript.turns.map((turn, index) => ({ ...turn, events: played[index] ?? [] }))
  writeRecording(file, { ...transcript, turns })
  return { ...transcript, turns }
}

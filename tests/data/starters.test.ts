import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CARD } from '../../src-renderer/canvas/block-size.ts'
import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { type BotType, botType } from '../../src-shared/document/bot-type.ts'
import { fieldPlan, visitFields } from '../../src-shared/document/fields.ts'
import { integrityProblems } from '../../src-shared/document/integrity.ts'
import { PREDEFINED_VARIABLES } from '../../src-shared/document/predefined-variables.ts'
import { lint } from '../../src-shared/lint/lint.ts'
import { documentText } from '../../src-shared/publish/document-text.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import type { Event } from '../../src-shared/runtime/events.ts'
import { STARTER_LOCALES } from '../../src-shared/starters/bot-of-starter.ts'
import { STARTERS, type StarterId } from '../../src-shared/starters/starters.ts'
import { overlappingBlocks } from '../unit/starters/cards-on-canvas.ts'
import { loadBot } from './recording/conversation.ts'
import { jsonFilesIn, readJson } from './recording/recorded-file.ts'

type Recording = Readonly<{ bot: string; locale?: string; turns: readonly { events: readonly Event[] }[] }>

const RECORDINGS = jsonFilesIn('tests/transcripts').map(file => ({ file, ...readJson<Recording>(file) }))

/** From one card's left edge to the next one's, pixels. */
const COLUMN = 352

const TYPES: Readonly<Record<StarterId, BotType>> = {
  autoresponder: 'bot',
  infobot: 'chatbot',
  databot: 'chatbot',
  proactive: 'chatbot',
  commerce: 'chatbot',
  'customer-service': 'cognitive',
  'lead-generation': 'chatbot',
  kyc: 'chatbot',
  'hr-services': 'chatbot',
  'financial-services': 'chatbot',
  insurance: 'chatbot',
}

/** What NHN-150 asks each template to hold at least: block kinds, and flows besides the main one. */
const CONTENT: Readonly<Partial<Record<StarterId, Readonly<{ kinds: readonly string[]; flows: number }>>>> = {
  commerce: { kinds: ['cards', 'apiCall', 'handover', 'menu', 'question'], flows: 4 },
  'customer-service': {
    kinds: ['apiCall', 'answers', 'rating', 'fileInput', 'collect', 'handover'],
    flows: 4,
  },
  'lead-generation': { kinds: ['apiCall', 'condition', 'delay', 'sendTemplate', 'handover'], flows: 2 },
  kyc: { kinds: ['fileInput', 'apiCall', 'condition', 'sendTemplate'], flows: 2 },
  'hr-services': { kinds: ['apiCall', 'fileInput', 'quiz', 'answers', 'rating', 'choices'], flows: 2 },
  'financial-services': { kinds: ['apiCall', 'condition', 'menu', 'question', 'handover'], flows: 5 },
  insurance: { kinds: ['setVariable', 'apiCall', 'askLocation', 'fileInput', 'answers'], flows: 3 },
}

describe.each(STARTERS)('the starter $id (KAL-10, NHN-150)', ({ id, file }) => {
  const path = `assets/starters/${file}`
  const document = loadBot(path)
  const blocks = [...document.all('block')]
  const recordings = RECORDINGS.filter(({ bot }) => bot === path)

  test('is written as parley unpack writes it, and whole', () => {
    expect(documentText(document)).toBe(readFileSync(path, 'utf8'))
    expect(integrityProblems(document)).toEqual([])
  })

  test('has nothing the checks would say, and nothing its program would', () => {
    expect(lint(document)).toEqual([])
    expect(compile(document).problems).toEqual([])
  })

  test('runs to an end in each of its recorded conversations, in two languages at least', () => {
    expect(new Set(recordings.map(({ locale }) => locale)).size).toBeGreaterThan(1)
    for (const { file: recorded, turns } of recordings)
      expect(turns.at(-1)?.events.some(isGoal), recorded).toBe(true)
  })

  test('lies on the canvas on a grid of 8, left to right, no card on another', () => {
    expect(blocks.filter(({ x, y }) => x % 8 !== 0 || y % 8 !== 0).map(each => each.id)).toEqual([])
    expect(overlappingBlocks(document)).toEqual([])
    for (const { x, y, width, height, flow } of document.all('note'))
      expect(
        blocks.filter(
          at =>
            at.flow === flow && at.x < x + width && x < at.x + CARD.width && at.y < y + height && y < at.y,
        ),
      ).toEqual([])
    const ways = [...document.all('edge')].map(
      ({ from, to }) => (document.get(to)?.x ?? 0) - (document.get(from)?.x ?? 0),
    )
    expect(ways.filter(way => way >= 0 && way < COLUMN)).toEqual([])
    expect(ways.filter(way => way < 0).length).toBeLessThan(ways.length / 5)
  })

  test('says everything in three languages', () => {
    expect(document.bot.locales).toEqual(STARTER_LOCALES)
    expect(untranslated(document)).toEqual([])
  })

  test('is explained: by its description, its brief, a note, and the names of its blocks', () => {
    const { description, brief } = document.bot
    expect(description.length).toBeGreaterThan(40)
    for (const told of [brief?.department, brief?.macroGoal, brief?.useCase, brief?.successMeasure])
      expect(told).toBeTruthy()
    expect(brief?.microGoals?.length).toBeGreaterThan(1)
    expect(document.count('note')).toBe(1)
    expect(blocks.filter(({ title }) => title === '').map(each => each.id)).toEqual([])
  })

  test('has the six predefined variables (KAR-14…KAR-19), and its type by what it uses (NHN-05)', () => {
    const names = [...document.all('variable')].map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(PREDEFINED_VARIABLES.map(({ name }) => name)))
    expect(botType(document)).toBe(TYPES[id])
  })

  test('holds at least what its template asks for', () => {
    const { kinds, flows } = CONTENT[id] ?? { kinds: [], flows: 0 }
    expect([...new Set(blocks.map(({ kind }) => kind))]).toEqual(expect.arrayContaining([...kinds]))
    expect(document.count('flow')).toBeGreaterThan(flows)
  })
})

test('the plans of the templates are those of NHN-150', () => {
  const days = STARTERS.flatMap(({ plan }) => (plan ? [Object.values(plan.turnaroundDays)] : []))
  expect(days).toEqual([
    [12, 17],
    [10, 12],
    [5, 7],
    [5, 7],
    [10, 15],
    [15, 30],
    [15, 30],
  ])
})

function isGoal(event: Event): boolean {
  return event.type === 'handoverStarted' || (event.type === 'conversationClosed' && event.reason === 'end')
}

/** Texts and words of a bot that are there in some language and not in all. */
function untranslated(document: BotDocument): readonly string[] {
  const missing: string[] = []
  const look = (where: string, value: unknown) => {
    const written = Object.entries(value as Record<string, string | readonly string[]>)
      .filter(([, text]) => text.length > 0)
      .map(([locale]) => locale)
    if (written.length > 0 && STARTER_LOCALES.some(locale => !written.includes(locale))) missing.push(where)
  }
  for (const { id, kind, data } of document.all('block'))
    visitFields(fieldPlan(kindNamed(kind)?.schema as never), data, ({ role, path, value }) => {
      if (role === 'text' || role === 'words') look(`${id} ${path.join('.')}`, value)
    })
  for (const { id, questions, answer } of document.all('faq')) {
    look(id, questions)
    look(id, answer)
  }
  for (const { id, phrases } of document.all('intent')) look(id, phrases)
  for (const { id, body } of document.all('template')) look(id, body)
  for (const [name, value] of Object.entries(document.bot.settings ?? {}))
    if (name.endsWith('Text')) look(name, value)
  return missing
}

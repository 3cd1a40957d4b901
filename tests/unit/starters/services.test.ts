import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DataOf } from '../../../src-shared/blocks/kinds.ts'
import { parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { botType } from '../../../src-shared/document/bot-type.ts'
import { DOCUMENT_VERSION } from '../../../src-shared/document/migrations.ts'
import { lint } from '../../../src-shared/lint/lint.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { type SimulatedHost, USUAL_HOST } from '../../../src-shared/runtime/simulated-host.ts'
import { send, startSimulation } from '../../../src-shared/runtime/simulation.ts'
import { newBotFromServices, type ServicesWish } from '../../../src-shared/starters/new-bot-from-services.ts'
import { SERVICE_IDS } from '../../../src-shared/starters/service.ts'
import { SERVICES } from '../../../src-shared/starters/services.ts'
import { overlappingBlocks } from './cards-on-canvas.ts'
import { walkService } from './walk-service.ts'

/** The longest label every channel can show, characters. */
const LONGEST_LABEL = 20
const NOBODY_THERE: SimulatedHost = { ...USUAL_HOST, agents: 'offline' }

function botOf(wish: Partial<ServicesWish>): BotDocument {
  let made = 0
  const newId = () => `n${++made}`
  const records = newBotFromServices({ name: 'Made', locales: ['en'], services: [], ...wish }, newId)
  const parsed = parseDocument({ parley: DOCUMENT_VERSION, records })
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}

function mainMenuOf(document: BotDocument): DataOf<'menu'> {
  const { mainMenu } = document.bot
  return (mainMenu && document.get(mainMenu)?.data) as DataOf<'menu'>
}

describe('the catalogue of services (NHN-10)', () => {
  test('has the eighteen of the requirement, in its order', () => {
    expect(SERVICES.map(({ id }) => id)).toEqual(SERVICE_IDS)
    expect(SERVICES).toHaveLength(18)
  })

  test('labels are written in three languages, and fit every channel', () => {
    for (const { id, label, name } of SERVICES)
      for (const text of [...Object.values(label), ...Object.values(name)])
        expect(text.trim(), id).not.toBe('')
    expect(
      SERVICES.flatMap(({ label }) => Object.values(label)).filter(text => text.length > LONGEST_LABEL),
    ).toEqual([])
  })

  test('no two services keep their answers in one variable', () => {
    const names = SERVICES.flatMap(({ stub }) => (stub.makes === 'form' ? stub.questions : [])).map(
      ({ variable }) => variable,
    )
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('a bot made of services (NHN-10)', () => {
  test('four of them give a main menu with four options, a person and an end', () => {
    const services = ['information-helpdesk', 'appointment-booking', 'bill-payments', 'feedback'] as const
    const { options } = mainMenuOf(botOf({ services }))
    expect(options.map(({ label }) => label.en)).toEqual([
      'Information',
      'Book an appointment',
      'Pay a bill',
      'Give feedback',
      'Talk to a person',
      'Goodbye',
    ])
  })

  test('none of them still gives a bot that runs', () => {
    const document = botOf({})
    expect(lint(document)).toEqual([])
    expect(walkService(document, 'opt_bye', USUAL_HOST)).toBe('closed')
  })

  test('all of them come in pages where a channel shows ten', () => {
    const program = compile(botOf({ services: SERVICE_IDS }))
    const onWhatsapp = startSimulation(program, { trigger: { channel: 'whatsapp' } })
    const shown = send(onWhatsapp, program, { text: 'Hi' }).turns[0]?.events.findLast(
      event => event.type === 'messageSent',
    )
    const labels = shown?.type === 'messageSent' ? (shown.options ?? []).map(({ label }) => label) : []
    expect(labels).toHaveLength(10)
    expect(labels.at(-1)).toBe('More')
  })

  test('has its languages in every text, and people say hello in each of them', () => {
    const document = botOf({ locales: ['pt-BR', 'es', 'en'], services: SERVICE_IDS })
    expect(lint(document)).toEqual([])
    expect(document.bot.locales).toEqual(['pt-BR', 'es', 'en'])
    const program = compile(document)
    for (const text of ['Oi', 'Hola', 'Hi'])
      expect(send(startSimulation(program), program, { text }).turns[0]?.events).toContainEqual(
        expect.objectContaining({ type: 'messageSent', block: document.bot.mainMenu }),
      )
  })

  test('a language without words of its own is spoken in English', () => {
    const document = botOf({ locales: ['fr'], services: ['feedback'] })
    expect(lint(document)).toEqual([])
    expect(mainMenuOf(document).options[0]?.label).toEqual({ fr: 'Give feedback' })
  })

  test('is a chatbot by what it uses (NHN-05)', () => {
    expect(botType(botOf({ services: ['claims'] }))).toBe('chatbot')
  })

  test('any services, in any languages: nothing to be said by the checks, no card on another, and every option leads to an end or back', () => {
    fc.assert(
      fc.property(
        fc.subarray([...SERVICE_IDS]),
        fc.subarray(['en', 'pt-BR', 'es'], { minLength: 1 }),
        fc.constantFrom(USUAL_HOST, NOBODY_THERE),
        (services, locales, host) => {
          const document = botOf({ services, locales })
          expect(lint(document)).toEqual([])
          expect(overlappingBlocks(document)).toEqual([])
          for (const { id } of mainMenuOf(document).options)
            expect(walkService(document, id, host), id).not.toBeNull()
        },
      ),
      { seed: 20_261_121, numRuns: 25 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { CHANNELS } from '../../../src-shared/document/settings.ts'
import { TASK_STATES } from '../../../src-shared/document/task.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { reverseChanges } from '../../../src-shared/edit/edit.ts'
import { lint } from '../../../src-shared/lint/lint.ts'
import { activationHindrances, activationOf } from '../../../src-shared/onboarding/activation.ts'
import { changeTask, type TaskChange } from '../../../src-shared/onboarding/change-task.ts'
import { checklistOf, type Track } from '../../../src-shared/onboarding/checklist.ts'
import { withoutOwnSteps } from '../../../src-shared/onboarding/without-own-steps.ts'
import { bundleOf } from '../../../src-shared/publish/bundle.ts'
import { type DraftBot, healthyBot, set, when } from '../document/draft-bot.ts'
import { snapshot } from '../edit/snapshot.ts'
import { callingBot, does, setAll, whatsAppBot } from './calling-bot.ts'

function stepsOf(bot: DraftBot, ...tracks: readonly Track[]): readonly string[] {
  return checklistOf(bot.document())
    .filter(({ track }) => tracks.length === 0 || tracks.includes(track))
    .map(({ step }) => step)
}

function itemOf(document: BotDocument, step: string) {
  const item = checklistOf(document).find(each => each.step === step)
  if (!item) throw new Error(`there is no step ${step}`)
  return item
}

describe('KAL-01: the steps follow from the bot', () => {
  test('a WhatsApp bot with only menus has exactly KYC, channel activation and the WABA id', () => {
    expect(stepsOf(whatsAppBot(), 'simple')).toEqual(['kyc', 'channel', 'waba'])
    expect(stepsOf(whatsAppBot(), 'complex', 'past')).toEqual([])
  })

  test.each(['proactive', 'event', 'schedule'])('KAL-04: and templates if it begins by %s', trigger => {
    const bot = whatsAppBot().block('begin', 'entry', { trigger })
    expect(stepsOf(bot, 'simple')).toEqual(['kyc', 'channel', 'waba', 'templates'])
  })

  test('KAL-04: or by its settings; a bot that only answers is asked for none', () => {
    expect(stepsOf(whatsAppBot().settings({ proactiveOnly: true }))).toContain('templates')
    expect(stepsOf(whatsAppBot())).not.toContain('templates')
  })

  test('with an API block come use case, feasibility study and implementation', () => {
    expect(stepsOf(callingBot(), 'complex')).toEqual(['useCase', 'feasibility', 'delivery'])
  })

  test.each([
    ['a branch', (bot: DraftBot) => bot.block('if', 'condition', when('1 = 1'))],
    ['a formula', (bot: DraftBot) => bot.variable('N').block('n', 'setVariable', set('N', '1 + 1'))],
    ['an intent that leads somewhere', (bot: DraftBot) => bot.intent('buy', { entry: 'block_in' as never })],
  ])('%s makes it complex, without a study', (_, change) => {
    expect(stepsOf(change(whatsAppBot()), 'complex')).toEqual(['useCase', 'delivery'])
  })

  test('every channel is activated on its own, but for the web page, which is the engine’s', () => {
    const channels = checklistOf(
      healthyBot()
        .settings({ channels: [...CHANNELS] })
        .document(),
    )
      .filter(({ step }) => step === 'channel')
      .map(({ channel }) => channel)
    expect(channels).toEqual(CHANNELS.filter(channel => channel !== 'web'))
    expect(stepsOf(healthyBot().settings({ channels: ['web'] }))).toEqual([])
  })

  test('E: a step stays as not required when its cause is gone, and comes back as it was', () => {
    const document = callingBot().document()
    does(document, changeTask(document, itemOf(document, 'feasibility'), { state: 'done', owner: 'Ana' }))
    const without = BotDocument.of([...document.values()].filter(({ id }) => !id.includes('call')))
    const kept = itemOf(without, 'feasibility')
    expect(kept).toMatchObject({ track: 'past', mandatoryOn: [], task: { state: 'done', owner: 'Ana' } })
    expect(stepsOfDocument(without, 'complex')).toEqual([])
    expect(itemOf(document, 'feasibility')).toMatchObject({ track: 'complex', task: kept.task })
  })

  test('E: a duplicate begins with the steps of the organisation done, and its own to do', () => {
    const document = callingBot().document()
    setAll(document, 'done')
    const copy = BotDocument.of(withoutOwnSteps([...document.values()]))
    expect(itemOf(copy, 'kyc').task.state).toBe('done')
    const others = checklistOf(copy).filter(({ step }) => step !== 'kyc')
    expect(new Set(others.map(({ task }) => task.state))).toEqual(new Set(['todo']))
  })
})

function stepsOfDocument(document: BotDocument, track: Track): readonly string[] {
  return checklistOf(document)
    .filter(item => item.track === track)
    .map(({ step }) => step)
}

describe('NHN-35: what WhatsApp asks for', () => {
  const FOUR = ['kyc', 'waba', 'channel', 'optIn']

  test('the four are listed and keep it from being activated until they are done', () => {
    const document = whatsAppBot().document()
    expect(stepsOfDocument(document, 'whatsapp')).toEqual(['optIn'])
    for (const step of FOUR) {
      expect(activationHindrances(document).map(each => each.pointer?.split(/[_-]/)[1])).toContain(step)
      does(document, changeTask(document, itemOf(document, step), { state: 'done' }))
    }
    expect(activationHindrances(document)).toEqual([])
  })
})

describe('what keeps a bot from being activated', () => {
  test('KAL-02: KYC that is only submitted is named; approved, it does not hinder', () => {
    const document = whatsAppBot().document()
    setAll(document, 'done')
    does(document, changeTask(document, itemOf(document, 'kyc'), { state: 'in-review' }))
    expect(activationHindrances(document)).toMatchObject([
      { code: 'onboarding/kyc-not-approved', message: 'KYC: in review.', pointer: 'task_kyc' },
    ])
    does(document, changeTask(document, itemOf(document, 'kyc'), { state: 'done' }))
    expect(activationHindrances(document)).toEqual([])
  })

  test('KAL-03: a channel that is not activated', () => {
    const document = healthyBot()
      .settings({ channels: ['sms'] })
      .document()
    does(document, changeTask(document, itemOf(document, 'kyc'), { state: 'done' }))
    expect(activationHindrances(document)).toMatchObject([
      { code: 'onboarding/channel-not-activated', message: 'Channel activation (SMS): to do.' },
    ])
  })

  test('each channel has its own: on one whose steps are done it goes live, on the other it waits', () => {
    const document = whatsAppBot()
      .settings({ channels: ['whatsapp', 'sms'] })
      .document()
    expect(activationOf(document)).toMatchObject({ free: [], held: ['whatsapp', 'sms'], isHeld: true })
    for (const item of checklistOf(document))
      if (item.mandatoryOn.includes('sms')) does(document, changeTask(document, item, { state: 'done' }))
    expect(activationHindrances(document)).toEqual([])
    const { free, held, open } = activationOf(document)
    expect([free, held, open.map(({ step }) => step)]).toEqual([
      ['sms'],
      ['whatsapp'],
      ['channel', 'waba', 'optIn'],
    ])
  })

  test('the web page asks for nothing, and the complex track holds nothing back', () => {
    for (const bot of [
      callingBot(healthyBot().settings({ channels: ['web'] })),
      callingBot(healthyBot().settings({ channels: ['web', 'whatsapp'] })),
      callingBot(healthyBot()),
    ])
      expect(activationHindrances(bot.document())).toEqual([])
  })

  test('publishing is never kept: no step is a finding of the checks', () => {
    expect(lint(whatsAppBot().document())).toEqual([])
  })
})

describe('KAL-01: what is said of a step', () => {
  test('is no part of the version: the content stays the same', () => {
    const document = callingBot().document()
    const { hash } = bundleOf(document)
    setAll(document, 'done')
    expect(document.count('task')).toBe(checklistOf(document).length)
    expect(bundleOf(document).hash).toBe(hash)
  })

  test('is refused where it does not fit', () => {
    const document = whatsAppBot().document()
    const item = itemOf(document, 'kyc')
    expect(changeTask(document, item, { date: '2026-02-30' }).ok).toBe(false)
    expect(changeTask(document, item, { note: 'x'.repeat(2001) }).ok).toBe(false)
  })
})

type Saying = Readonly<{ step: number } & TaskChange>

const changes = fc.array(
  fc.record(
    {
      step: fc.nat(20),
      state: fc.constantFrom(...TASK_STATES),
      owner: fc.string({ maxLength: 20 }),
      date: fc.constantFrom(null, '2026-03-01'),
      note: fc.string({ maxLength: 20 }),
    },
    { requiredKeys: ['step'] },
  ),
  { maxLength: 12 },
)

describe.each([1, 20260801, 777])('laws of the checklist, seed %i', seed => {
  const check = (law: (document: BotDocument, said: readonly Saying[]) => void) =>
    fc.assert(
      fc.property(changes, said => law(callingBot().document(), said)),
      { seed, numRuns: 60 },
    )

  test('the steps do not depend on what is said of them, and each is there once', () => {
    check((document, said) => {
      const steps = checklistOf(document).map(({ id, track }) => `${id} ${track}`)
      for (const { step, ...change } of said) {
        const items = checklistOf(document)
        does(document, changeTask(document, items[step % items.length] ?? itemOf(document, 'kyc'), change))
      }
      expect(checklistOf(document).map(({ id, track }) => `${id} ${track}`)).toEqual(steps)
      expect(new Set(steps).size).toBe(steps.length)
    })
  })

  test('undone, or set back, the bot is what it was', () => {
    check((document, said) => {
      const before = snapshot(document)
      for (const { step, ...change } of said) {
        const items = checklistOf(document)
        const made = changeTask(document, items[step % items.length] ?? itemOf(document, 'kyc'), change)
        if (!made.ok) throw new Error(made.message)
        const was = snapshot(document)
        applyChanges(document, made.value)
        applyChanges(document, reverseChanges(made.value))
        expect(snapshot(document)).toBe(was)
        applyChanges(document, made.value)
      }
      for (const item of checklistOf(document))
        does(
          document,
          changeTask(document, item, { state: 'todo', owner: '', date: null, evidence: null, note: '' }),
        )
      expect(snapshot(document)).toBe(before)
    })
  })
})

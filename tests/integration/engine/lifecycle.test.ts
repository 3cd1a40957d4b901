import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brokenAuditAt } from '../../../src-engine/store/audit.ts'
import type { BotId } from '../../../src-shared/document/ids.ts'
import type { BotStatus, PublishRequest } from '../../../src-shared/publish/protocol.ts'
import { isOnPostgres } from '../../postgres/scratch-database.ts'
import { countingBot, publishRequestOf } from './counting-bot.ts'
import { LifecycleModel, type Verdict } from './lifecycle-model.ts'
import { openData } from './scratch-data.ts'
import { scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'

const CONTENTS = 3
const CONTACTS = [...'abcdefgh', 'test:a', 'draft:a']

/** What somebody does. Numbers choose among what is there then; `wrong` believes in something that is not so. */
const step = fc.record({
  does: fc.constantFrom(
    ...([
      'publish',
      'republish',
      'activate',
      'deactivate',
      'stage',
      'stage',
      'rollBack',
      'toTest',
      'toLive',
    ] as const),
    ...(['talk', 'talk', 'talk', 'end'] as const),
  ),
  pick: fc.nat(99),
  content: fc.nat(CONTENTS - 1),
  percent: fc.integer({ min: 1, max: 100 }),
  wrong: fc.nat(7).map(number => number === 0),
})
type Step = Readonly<{
  does: typeof step extends fc.Arbitrary<infer T> ? (T extends { does: infer D } ? D : never) : never
  pick: number
  content: number
  percent: number
  wrong: boolean
}>

/** A bot of its own in an engine, beside what should become of it. */
class Play {
  readonly url: string
  readonly bot: BotId
  readonly model: LifecycleModel
  private readonly contents: readonly PublishRequest[]
  private messages = 0

  constructor(url: string, bot: string) {
    this.url = url
    this.bot = bot as BotId
    const marks = Array.from({ length: CONTENTS }, (_, index) => `c${index} `)
    this.contents = marks.map(mark => publishRequestOf(countingBot({ id: bot, mark })))
    this.model = new LifecycleModel(content => this.contentOf(content).hash)
  }

  async run(step: Step): Promise<void> {
    if (step.does === 'talk' || step.does === 'end') return this.talk(step)
    const { expected, call } = this.choose(step)
    const { status, json } = await signedCall(this.url, { ...call, path: `/v1/bots/${this.bot}${call.path}` })
    const isHere = this.model.versions.length > 0
    expect({ step, got: status === 200 ? 'ok' : json.code }).toEqual({
      step,
      got: isHere ? expected : 'bot/not-found',
    })
    if (isHere) await this.compare()
  }

  /** The request of a step, and what the model says to it. */
  private choose({ does, pick, content, percent, wrong }: Step) {
    const { model } = this
    // A stage of the active content is refused, so most are of another.
    const among = does === 'stage' && pick % 4 > 0 ? model.stageable : model.names
    const name = wrong ? '77' : (among[pick % among.length] ?? model.names[0] ?? '0.1')
    const active = wrong && pick % 2 === 0 ? '88' : model.active
    const staged = wrong && pick % 2 === 1 ? '88' : (model.staged?.version ?? null)
    const put = (path: string, body: object, expected: Verdict) => ({
      call: { method: 'PUT', path, body },
      expected,
    })
    const post = (path: string, body: object, expected: Verdict) => ({ call: { path, body }, expected })
    switch (does) {
      case 'publish': {
        const next = model.nextSaved
        return put(`/versions/${next}`, this.contentOf(content), model.publish(next, content))
      }
      case 'republish':
        return put(`/versions/${name}`, this.contentOf(content), model.publish(name, content))
      case 'activate': {
        const body = { version: name, expectedActive: active }
        return post('/activate', body, model.activate(name, active))
      }
      case 'deactivate': {
        const body = { reason: 'x', conversations: 'finish', message: '' }
        return post('/deactivate', body, model.deactivate())
      }
      case 'stage': {
        const expectedActive = active ?? '1'
        const body = { version: name, percent, expectedActive, expectedStaged: staged, rollBackAt: null }
        return post('/stage', body, model.stage(name, percent, { active: expectedActive, staged }))
      }
      case 'rollBack': {
        const body = { expectedStaged: staged ?? '1', reason: 'x', conversations: 'finish' }
        return post('/roll-back', body, model.rollBack(staged ?? '1'))
      }
      case 'toTest': {
        const version = wrong ? name : (model.draft ?? '1')
        const body = { version, expected: model.test }
        return put('/environments/test', body, model.promoteToTest(version, model.test))
      }
      default: {
        const version = wrong ? name : (model.test ?? '1')
        const body = { version, expected: active }
        return put('/environments/live', body, model.promoteToLive(version, active))
      }
    }
  }

  /** Never a reply from a version that neither is active nor began the conversation (KAL-18). */
  private async talk({ does, pick }: Step): Promise<void> {
    if (this.model.versions.length === 0) return
    const contact = CONTACTS[pick % CONTACTS.length] ?? 'a'
    const isOpen = this.model.open.has(contact)
    const isEnd = does === 'end' && isOpen
    const content = this.model.say(contact, isEnd)
    this.messages += 1
    const message = { id: `m${this.messages}`, text: isEnd ? '#END' : 'hello' }
    const { outcome, messages } = await say(this.url, { bot: this.bot, contact }, message)
    const marks = new Set(messages.map(({ text }) => text.split(' ')[0]))
    expect({ outcome, marks: isEnd ? [] : [...marks] }).toEqual({
      outcome: content === null ? 'no_active_bot' : 'answered',
      marks: content === null || isEnd ? [] : [`c${content}`],
    })
  }

  private async compare(): Promise<void> {
    const { json } = await signedCall(this.url, { path: `/v1/bots/${this.bot}` })
    const { active, versions, environments, stage } = json as unknown as BotStatus
    expect(versions.filter(({ state }) => state === 'active').length).toBeLessThanOrEqual(1)
    expect({
      active,
      versions: versions.map(({ version, state }) => ({ version, state })),
      environments,
      staged: stage ? { version: stage.version, percent: stage.percent } : null,
    }).toEqual(this.model.status())
  }

  private contentOf(content: number): PublishRequest {
    const found = this.contents[content]
    if (!found) throw new Error(`there is no content ${content}`)
    return found
  }
}

const PLAIN = { pick: 0, percent: 1, wrong: false }
/** One version is active and another is here, so that something can be staged; some runs begin with nothing. */
const BEGINNING: readonly Step[] = [
  { ...PLAIN, does: 'publish', content: 0 },
  { ...PLAIN, does: 'activate', content: 0 },
  { ...PLAIN, does: 'publish', content: 1 },
]

const RUNS = isOnPostgres() ? 6 : 14

test('law: whatever is done in whatever order, the engine does what the table says (KAL-11 to KAL-18, D-01 to D-03)', async () => {
  const dataFolder = scratchFolder()
  const engine = await scratchEngine({ dataFolder })
  let bots = 0
  let changes = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 16, maxLength: 32 }), async steps => {
      bots += 1
      const play = new Play(engine.url, `bot_law-${bots}`)
      for (const one of bots % 5 === 0 ? steps : [...BEGINNING, ...steps]) await play.run(one)
      changes += play.model.changes
    }),
    { numRuns: RUNS, seed: 20261121 },
  )
  await engine.close()
  const { db } = await openData(dataFolder)
  expect(await brokenAuditAt(db)).toBeNull()
  const told = await db.get<{ count: number }>('select count(*) as count from audit')
  await db.close()
  // Every change is told of, and nothing else.
  expect(Number(told?.count)).toBe(changes)
}, 60_000)

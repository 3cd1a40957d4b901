import { CHANNELS, type Channel } from '../document/settings.ts'
import type { Surroundings } from '../document/surroundings.ts'
import { MAX_TEST_STEPS, type TestStep } from '../document/testcase.ts'
import { canonicalJson } from '../kit/canonical-json.ts'
import { USUAL_HOST } from '../runtime/simulated-host.ts'
import type { Happening } from '../runtime/simulation.ts'
import type { NamedConversation } from './behaviour-difference.ts'
import { happeningWithoutContact } from './without-contact-data.ts'

/** A turn as an engine tells it (src-shared/publish/conversation-protocol.ts). */
export type ReceivedTurn = Readonly<{
  at: number
  outcome: string
  input?: Happening | undefined
  locale?: string | null | undefined
  channel?: string | null | undefined
  events: readonly Readonly<{ type: string }>[]
}>

const MINUTE_MS = 60_000
const LOCALE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/

/** What wakes a bot; clocks, results and reports are of a conversation that is there. */
const BEGINS: ReadonlySet<string> = new Set(['message', 'event', 'referral', 'proactive', 'schedule'])

/**
 * What happened between a contact and a bot as conversations that can be played again: one for each time it was woken.
 * Who it was is left out (`happeningWithoutContact`), and so are times by the second. What came of calls and of asking
 * for a person becomes how the world outside behaves; what called systems said is not known, so recorded answers stand in.
 */
export function recordedConversations(turns: readonly ReceivedTurn[]): readonly NamedConversation[] {
  const found: NamedConversation[] = []
  let open: Recording | null = null
  for (const turn of turns) {
    if (open?.isOver) {
      found.push(open.done())
      open = null
    }
    if (open) open.take(turn)
    else if (turn.outcome === 'answered' && turn.input && BEGINS.has(turn.input.type))
      open = new Recording(turn, turn.input)
  }
  if (open) found.push(open.done())
  return found.filter(({ steps }) => steps.length > 0)
}

/** The same conversations once each, whenever they were; the first of them stays. */
export function distinctConversations(
  conversations: Iterable<NamedConversation>,
): readonly NamedConversation[] {
  const known = new Map<string, NamedConversation>()
  for (const conversation of conversations) {
    const { start, steps } = conversation
    const said = steps.map(({ input, surroundings = null }) => [input, surroundings])
    const key = canonicalJson([start.channel, start.locale, said])
    if (!known.has(key)) known.set(key, conversation)
  }
  return [...known.values()]
}

type Step = Pick<TestStep, 'afterMs' | 'input' | 'surroundings'>

/** One conversation while it is read. */
class Recording {
  isOver = false
  private readonly start: NamedConversation['start']
  private readonly steps: Omit<Step, 'surroundings'>[] = []
  /** How the world outside was at each step. */
  private readonly worlds: Surroundings[] = []
  /** What was asked of the world outside, by its id. */
  private readonly asked = new Map<unknown, unknown>()
  private lastAt: number

  constructor(turn: ReceivedTurn, input: Happening) {
    const { at, locale, channel } = turn
    const begun = at - (at % MINUTE_MS)
    this.start = {
      channel: CHANNELS.find(each => each === channel) ?? ('web' satisfies Channel),
      locale: locale && LOCALE.test(locale) ? locale : null,
      ...{ contact: {}, at: begun, seed: 1 },
    }
    this.lastAt = at
    this.add(turn, input)
    this.look(turn)
  }

  take(turn: ReceivedTurn): void {
    const { input, outcome } = turn
    if (outcome === 'failed' || outcome === 'no_active_bot' || outcome === 'restricted') return
    // The simulated world gives the results itself, in the turn that asks for them.
    if (input?.type === 'effect') this.outside(input)
    else if (input && input.type !== 'delivery' && this.steps.length < MAX_TEST_STEPS) this.add(turn, input)
    this.look(turn)
  }

  done(): NamedConversation {
    let before: Surroundings = USUAL_HOST
    const steps = this.steps.map((step, index): Step => {
      const world = this.worlds[index] ?? USUAL_HOST
      const isSame = canonicalJson(world) === canonicalJson(before)
      before = world
      return isSame ? step : { ...step, surroundings: world }
    })
    return { name: this.name(), start: this.start, steps }
  }

  private add({ at }: ReceivedTurn, input: Happening): void {
    this.steps.push({ afterMs: Math.max(0, at - this.lastAt), input: happeningWithoutContact(input) })
    this.worlds.push(USUAL_HOST)
    this.lastAt = Math.max(at, this.lastAt)
  }

  private look({ events }: ReceivedTurn): void {
    for (const event of events) {
      if (event.type === 'conversationClosed') this.isOver = true
      if (event.type === 'effectRequested' && 'effect' in event && 'kind' in event)
        this.asked.set(event.effect, event.kind)
    }
  }

  /** What came of a call is how the world was when it was made. */
  private outside({ effect, result }: Extract<Happening, { type: 'effect' }>): void {
    const last = this.worlds.length - 1
    const world = this.worlds[last]
    if (!world) return
    this.worlds[last] = { ...world, ...worldOf(this.asked.get(effect), result) }
  }

  private name(): string {
    const said = this.steps.flatMap(({ input }) =>
      input.type === 'message' && input.text ? [input.text] : [],
    )
    const words = said.join(' › ').replace(/\s+/g, ' ').trim()
    const day = new Date(this.start.at).toISOString().slice(0, 16).replace('T', ' ')
    const name = words === '' ? day : `${day} ${words}`
    return name.length > 80 ? `${name.slice(0, 79)}…` : name
  }
}

type EffectResult = Extract<Happening, { type: 'effect' }>['result']

function worldOf(asked: unknown, result: EffectResult): Partial<Surroundings> {
  const { outcome } = result
  if (asked === 'presence')
    return outcome === 'online' ? {} : { agents: outcome === 'offline' ? 'offline' : 'failing' }
  if (asked === 'handover') return outcome === 'accepted' ? {} : { handover: 'failing' }
  if (asked !== 'http') return {}
  if (outcome === 'answered') return result.status < 400 ? {} : { http: 'error' }
  return { http: outcome === 'timeout' ? 'timeout' : 'failing' }
}

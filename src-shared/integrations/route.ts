import { CHANNEL_NAMES } from '../channels/channel.ts'
import { assertNever } from '../kit/assert-never.ts'
import type { Event } from '../runtime/events.ts'
import { normaliseText } from '../runtime/normalise-text.ts'
import { takeBotEvent } from './bot-happening.ts'
import { type ConversationType, deliveryPayload, postbackPayload } from './payloads.ts'
import type { AgentTalk, Refusal, RoutedHappening, Routing, Says, Send } from './routing.ts'
import { type Opened, type RoutedTo, RoutingRun, type RoutingScene } from './routing-run.ts'
import type { Rule, RuleEvent } from './service.ts'

/** What one thing that happened leaves behind. */
export type Routed = Readonly<{
  routing: Routing
  to: RoutedTo
  refusal: Refusal | null
  handover: AgentTalk | null
  sends: readonly Send[]
  says: readonly Says[]
  /** In the words of the runtime, for transcripts and figures. */
  events: readonly Event[]
  opened: readonly Opened[]
  closed: readonly string[]
}>

type Of<T extends RoutedHappening['type']> = Extract<RoutedHappening, Readonly<{ type: T }>>

/**
 * Where something goes that happens to a contact on an asset, and what follows: pure, for engine and simulator alike
 * (requirements.md IMI-09…IMI-16, IMI-24, IMI-26, IMI-27).
 */
export function route(routing: Routing, happening: RoutedHappening, scene: RoutingScene): Routed {
  const run = new RoutingRun(routing, scene)
  take(run, happening)
  const { to, refusal, handover, sends, says, events, opened, closed } = run
  return { routing: run.routing, to, refusal, handover, sends, says, events, opened, closed }
}

function take(run: RoutingRun, happening: RoutedHappening): void {
  switch (happening.type) {
    case 'said':
      takeSaid(run, happening)
      break
    case 'happened':
      takeHappened(run, happening)
      break
    case 'agentSaid':
      takeAgentSaid(run, happening)
      break
    case 'agentClosed':
      takeAgentClosed(run, happening)
      break
    case 'deskAnswered':
      takeDesk(run, happening)
      break
    case 'reported':
      takeReport(run, happening)
      break
    case 'bot':
      takeBotEvent(run, happening)
      break
    case 'unreached':
      takeUnreached(run, happening)
      break
    default:
      assertNever(happening)
  }
}

/** What a customer writes: while an agent has the conversation to the agent, else as the first rule says (IMI-12). */
function takeSaid(run: RoutingRun, said: Of<'said'>): void {
  const rule = run.routing.flag === 'CCSP' ? null : ruleForSaid(run, said)
  const bot = rule && run.botOf(rule)
  if (run.routing.flag === 'CCSP') toAgent(run, said)
  else if (rule && bot) toBot(run, { rule, bot, said })
  else if (rule?.action === 'ccsp') {
    run.to = 'ccsp'
    if (!run.routing.asking) run.ask(rule, null)
  } else run.to = 'runtime'
}

/** A rule for keywords looks at whole messages; one for messages takes taps too, which would be lost otherwise. */
function ruleForSaid(run: RoutingRun, { text, postback }: Of<'said'>): Rule | null {
  const events: RuleEvent[] = postback === null ? ['message', 'keyword'] : ['message', 'postback']
  const normal = normaliseText(text)
  const { service } = run.scene
  const rules = service.rules.filter(
    ({ event, keywords }) => event !== 'keyword' || keywords.some(word => normaliseText(word) === normal),
  )
  return new RoutingRun(run.routing, { ...run.scene, service: { ...service, rules } }).ruleFor(events, text)
}

type ToBot = Readonly<{ rule: Rule; bot: string; said: Of<'said'> }>

function toBot(run: RoutingRun, { rule, bot, said }: ToBot): void {
  const talk = run.talkWith(bot, rule.id)
  run.to = 'bot'
  // Of an asset that somebody else answers only what agents say is told (IMI-02).
  if (!run.isManaged) return
  tellSaid(run, { integration: bot, talk, type: 'BOT' }, said)
  if (run.works(bot)) return
  // The webhook is inactive, and what is sent there waits (IMI-18).
  if (rule.action === 'bot_and_ccsp') {
    if (!run.routing.asking) run.ask(rule, bot)
  } else run.sayOnce('fallback', rule.fallbackText)
}

function tellSaid(run: RoutingRun, to: Parameters<RoutingRun['tell']>[0], said: Of<'said'>): void {
  const { id, text, kind, media, postback } = said
  if (postback === null) {
    run.tell(to, { id, text, kind, media, event: 'message' })
    return
  }
  const { conversation } = to.talk
  const { channel, at } = run.scene
  const payload = postbackPayload({ conversation, type: to.type, channel, at }, postback)
  run.send({
    id: `${conversation}/postback/${id}`,
    integration: to.integration,
    conversation,
    payload,
  })
}

function toAgent(run: RoutingRun, said: Of<'said'>): void {
  const { ccsp } = run.routing
  run.to = 'ccsp'
  if (!ccsp) return
  const { desk, conversation } = ccsp
  const { id, text, media } = said
  if (desk !== null) {
    const payload = { id, conversation, type: 'message', text, media, at: run.scene.at } as const
    run.send({ id: `${conversation}/desk/${id}`, integration: desk, conversation, payload })
  }
  const copy = copyOf(run, ccsp)
  if (copy && run.isManaged) tellSaid(run, copy, said)
}

/** The bot that gets copies, in its own conversation, so that it can put them together (IMI-13, D-13). */
function copyOf(run: RoutingRun, { bot, afterHandover }: AgentTalk) {
  const talk = bot === null ? undefined : run.routing.bots[bot]
  if (bot === null || !talk || afterHandover !== 'observe') return null
  return { integration: bot, talk, type: 'CCSP' as ConversationType }
}

/** A silence, a time of a plan, a link: to whom a rule for it says. */
function takeHappened(run: RoutingRun, { id, event, text }: Of<'happened'>): void {
  const rule = run.routing.flag === 'CCSP' ? null : run.ruleFor([event], text)
  if (!rule) {
    run.to = 'runtime'
    return
  }
  const bot = run.botOf(rule)
  if (bot !== null) {
    run.to = 'bot'
    const talk = run.talkWith(bot, rule.id)
    run.tell({ integration: bot, talk, type: 'BOT' }, { id, text, kind: 'text', media: '', event })
  } else if (rule.action !== 'ccsp') run.to = 'runtime'
  else {
    run.to = 'ccsp'
    if (!run.routing.asking) run.ask(rule, firstBot(run))
  }
}

function firstBot(run: RoutingRun): string | null {
  return Object.keys(run.routing.bots)[0] ?? null
}

function takeAgentSaid(run: RoutingRun, { id, text, file }: Of<'agentSaid'>): void {
  const { ccsp } = run.routing
  const said: Event = { type: 'agentMessage', id, text, ...(file ? { media: file.media } : {}) }
  if (!ccsp) {
    run.to = firstBot(run) === null ? 'runtime' : 'nobody'
    run.events.push(said)
    return
  }
  run.to = 'ccsp'
  run.events.push(said)
  const copy = copyOf(run, ccsp)
  if (copy) run.tell(copy, { id, text, kind: file?.kind ?? 'text', media: file?.link ?? '', event: 'agent' })
}

/** The agent's conversation is over, and what comes next is the bot's again (IMI-12, IMI-26). */
function takeAgentClosed(run: RoutingRun, { id }: Of<'agentClosed'>): void {
  const { ccsp } = run.routing
  if (!ccsp) {
    run.to = firstBot(run) === null ? 'runtime' : 'nobody'
    run.events.push({ type: 'agentClosed', id })
    return
  }
  run.to = 'ccsp'
  run.closed.push(ccsp.conversation)
  run.change({ flag: 'BOT', ccsp: null })
  run.events.push({ type: 'handoverEnded', by: 'agent' })
  const rule = run.ruleFor(['closed'], '')
  const bot = rule && run.botOf(rule)
  if (!bot) return
  const talk = run.talkWith(bot, run.routing.bots[bot]?.rule ?? rule.id)
  run.tell(
    { integration: bot, talk, type: 'CCSP' },
    { id, text: '', kind: 'text', media: '', event: 'closed' },
  )
}

function takeDesk(run: RoutingRun, { conversation, accepted, message }: Of<'deskAnswered'>): void {
  const { asking } = run.routing
  if (asking?.conversation !== conversation) return
  run.to = 'ccsp'
  if (accepted) {
    run.change({ flag: 'CCSP', ccsp: asking, asking: null })
    const { skill, afterHandover } = asking
    const channel = CHANNEL_NAMES[run.scene.channel]
    run.events.push({
      type: 'handoverStarted',
      reason: 'asked',
      skill,
      webstore: null,
      channel,
      afterHandover,
    })
    return
  }
  // Whatever fails, the conversation stays with the bot (CM-16).
  run.change({ asking: null })
  run.closed.push(conversation)
  run.events.push({ type: 'handoverFailed', step: 'call', message })
  const rule = run.ruleCalled(asking.rule)
  if (rule && (asking.bot === null || !run.works(asking.bot))) run.sayOnce('fallback', rule.fallbackText)
}

/** Every bot that talks with the contact hears what became of messages (IMI-21). */
function takeReport(run: RoutingRun, { message, status, description }: Of<'reported'>): void {
  const { flag, bots } = run.routing
  const rule = run.ruleFor(['delivery'], '')
  if (rule?.action === 'ccsp' && !run.routing.asking && flag === 'BOT') run.ask(rule, firstBot(run))
  if (firstBot(run) === null && !run.handover) run.to = 'runtime'
  for (const [integration, { conversation }] of Object.entries(bots)) {
    run.to = 'bot'
    const { channel, at } = run.scene
    const about = { conversation, type: flag, channel, at }
    const payload = deliveryPayload(about, { id: message, status, description })
    run.send({ id: `${conversation}/${status}/${message}`, integration, conversation, payload })
  }
}

/** The customer is asked for patience, once (IMI-17). */
function takeUnreached(run: RoutingRun, { integration }: Of<'unreached'>): void {
  const talk = run.routing.bots[integration]
  const rule = talk && run.ruleCalled(talk.rule)
  if (rule && run.routing.flag === 'BOT' && !run.routing.asking) run.sayOnce('wait', rule.waitText)
}

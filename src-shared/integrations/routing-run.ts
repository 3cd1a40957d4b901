import type { Channel } from '../channels/channel.ts'
import type { Value } from '../kit/value.ts'
import type { Event } from '../runtime/events.ts'
import { NOWHERE } from '../runtime/session.ts'
import { holds } from './condition.ts'
import { type ConversationType, messagePayload, type ToldEvent } from './payloads.ts'
import type { AgentTalk, BotTalk, Refusal, Routing, Says, Send } from './routing.ts'
import type { Rule, RuleEvent, Service } from './service.ts'

/** What a router knows of an integration: who answers behind it, and whether it can be reached. */
export type Known = Readonly<{ platform: 'engine' | 'own' | 'other' | 'ccsp'; works: boolean }>

/** What does not change while one thing happens. Times are epoch milliseconds. */
export type RoutingScene = Readonly<{
  service: Service
  asset: string
  contact: string
  channel: Channel
  locale: string
  variables: Readonly<Record<string, Value>>
  integrations: ReadonlyMap<string, Known>
  at: number
  newId: () => string
}>

/** Who gets what happened: `runtime` is a bot of this engine, as if there were no routing. */
export type RoutedTo = 'runtime' | 'bot' | 'ccsp' | 'nobody'

/** What an integration or an agent began to talk about. */
export type Opened = Readonly<{ id: string; type: ConversationType; integration: string | null }>

/** The routing of one thing that happens, as it grows. */
export class RoutingRun {
  readonly scene: RoutingScene
  routing: Routing
  to: RoutedTo = 'nobody'
  refusal: Refusal | null = null
  /** The handover to be made now. */
  handover: AgentTalk | null = null
  readonly sends: Send[] = []
  readonly says: Says[] = []
  readonly events: Event[] = []
  readonly opened: Opened[] = []
  readonly closed: string[] = []

  constructor(routing: Routing, scene: RoutingScene) {
    this.routing = routing
    this.scene = scene
  }

  /** The first rule of the asset that waits for one of these events and whose conditions hold. */
  ruleFor(events: readonly RuleEvent[], text: string): Rule | null {
    const { service, asset, at, channel, contact, locale } = this.scene
    const situation = { channel, text, contact, locale, at, variables: this.variables() }
    const fits = ({ assets, event, condition }: Rule) =>
      (assets.length === 0 || assets.includes(asset)) &&
      events.includes(event) &&
      (condition === null || holds(condition, situation))
    return service.rules.find(fits) ?? null
  }

  ruleCalled(id: string): Rule | null {
    return this.scene.service.rules.find(rule => rule.id === id) ?? null
  }

  /** The integration of a rule's bot, if that bot is elsewhere and still mapped. */
  botOf(rule: Rule): string | null {
    const { bot } = rule
    if (rule.action === 'ccsp' || bot === null) return null
    const known = this.scene.integrations.get(bot)
    return known && known.platform !== 'engine' ? bot : null
  }

  works(integration: string): boolean {
    return this.scene.integrations.get(integration)?.works ?? false
  }

  get isManaged(): boolean {
    return this.scene.service.assets.find(({ id }) => id === this.scene.asset)?.managed ?? true
  }

  /** The conversation with a bot, begun where there is none. */
  talkWith(integration: string, rule: string): BotTalk {
    const known = this.routing.bots[integration]
    if (known) return this.keepTalk(integration, known.rule === rule ? known : { ...known, rule })
    const conversation = this.scene.newId()
    this.opened.push({ id: conversation, type: 'BOT', integration })
    return this.keepTalk(integration, { conversation, rule, params: {} })
  }

  keepTalk(integration: string, talk: BotTalk): BotTalk {
    const { bots } = this.routing
    if (bots[integration] !== talk) this.change({ bots: { ...bots, [integration]: talk } })
    return talk
  }

  change(changed: Partial<Routing>): void {
    this.routing = { ...this.routing, ...changed }
  }

  /** Tells a bot something that was said or happened. */
  tell(
    { integration, talk, type }: Readonly<{ integration: string; talk: BotTalk; type: ConversationType }>,
    told: Omit<Parameters<typeof messagePayload>[1], 'event'> & Readonly<{ event: ToldEvent }>,
  ): void {
    const { conversation } = talk
    const { channel, at } = this.scene
    const payload = messagePayload({ conversation, type, channel, at }, told)
    this.send({ id: `${conversation}/${told.event}/${told.id}`, integration, conversation, payload })
  }

  send(send: Omit<Send, 'patience'>): void {
    const rule = this.ruleCalled(this.routing.bots[send.integration]?.rule ?? '')
    this.sends.push({ ...send, patience: rule !== null && rule.waitText !== '' })
  }

  /** Says a text of a rule, once until a bot answers again. */
  sayOnce(what: 'wait' | 'fallback', text: string): void {
    if (text === '' || this.routing.told.includes(what)) return
    this.change({ told: [...this.routing.told, what] })
    this.say({ text, kind: 'text', media: '' })
  }

  say(said: Says): void {
    this.says.push(said)
  }

  /** Asks for agents; what the customer writes goes to them once a desk has accepted (requirements.md IMI-11, IMI-12). */
  ask(rule: Rule, bot: string | null): void {
    const { skill, desk, afterHandover } = rule
    const conversation = this.scene.newId()
    const talk: AgentTalk = { conversation, rule: rule.id, desk, skill, bot, afterHandover }
    this.opened.push({ id: conversation, type: 'CCSP', integration: desk })
    this.change({ asking: talk })
    this.handover = talk
    this.events.push({ type: 'handoverRequested', block: NOWHERE, reason: 'asked', skill })
  }

  private variables(): Readonly<Record<string, Value>> {
    const params = Object.values(this.routing.bots).map(talk => talk.params)
    return Object.assign({}, this.scene.variables, ...params)
  }
}

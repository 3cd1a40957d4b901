import type { BotEvent } from './bot-event.ts'
import type { RoutedHappening, Routing } from './routing.ts'
import type { RoutingRun } from './routing-run.ts'
import type { Rule } from './service.ts'

type BotHappening = Extract<RoutedHappening, { type: 'bot' }>

/** What a bot elsewhere tells in one of its conversations (requirements.md IMI-11, IMI-16, IMI-22, IMI-23). */
export function takeBotEvent(run: RoutingRun, { integration, conversation, event }: BotHappening): void {
  run.to = 'bot'
  const talk = run.routing.bots[integration]
  if (!talk || talk.conversation !== conversation) {
    run.refusal = 'closed'
    return
  }
  const params = { ...talk.params, ...event.params }
  const before = run.routing
  run.keepTalk(integration, { ...talk, params })
  switch (event.type) {
    case 'message':
      takeMessage(run, event, before)
      break
    case 'handover':
      takeHandover(run, integration, before)
      break
    case 'close':
      takeClose(run, integration, before)
      break
  }
}

/** While an agent has the conversation, or is being asked, the bot does not speak (IMI-13, D-13). */
function refuseWithAgent(run: RoutingRun, before: Routing): boolean {
  if (before.flag === 'BOT' && !before.asking) return false
  run.routing = before
  run.refusal = 'notBotsTurn'
  return true
}

function takeMessage(run: RoutingRun, event: Extract<BotEvent, { type: 'message' }>, before: Routing): void {
  if (refuseWithAgent(run, before)) return
  const { text, kind, media } = event
  run.change({ told: [] })
  run.say({ text, kind, media })
}

/** A second wish while the first is open changes nothing. */
function takeHandover(run: RoutingRun, integration: string, before: Routing): void {
  if (before.flag === 'CCSP' || before.asking) return
  const rule = run.ruleFor(['handover'], '')
  const target = rule && rule.action !== 'bot' ? rule : ownTarget(run, integration)
  if (target) run.ask(target, integration)
  else {
    run.routing = before
    run.refusal = 'noCcsp'
  }
}

function ownTarget(run: RoutingRun, integration: string): Rule | null {
  const rule = run.ruleCalled(run.routing.bots[integration]?.rule ?? '')
  return rule?.action === 'bot_and_ccsp' ? rule : null
}

function takeClose(run: RoutingRun, integration: string, before: Routing): void {
  if (refuseWithAgent(run, before)) return
  const { [integration]: talk, ...bots } = run.routing.bots
  if (talk) run.closed.push(talk.conversation)
  run.change({ bots, told: [] })
}

import { type Rule, ruleSchema, type Service } from '../../src-shared/integrations/service.ts'
import type { IntegrationView } from '../../src-shared/publish/integration-protocol.ts'

export const EMPTY_SERVICE: Service = { name: '', assets: [], integrations: [], rules: [] }

/** What a rule can be sent to: the mapped bots, and the mapped desks elsewhere (requirements.md IMI-08). */
export type Targets = Readonly<{ bots: readonly IntegrationView[]; desks: readonly IntegrationView[] }>

export function targetsOf({ integrations }: Service, all: readonly IntegrationView[]): Targets {
  const mapped = all.filter(({ id }) => integrations.includes(id))
  return {
    bots: mapped.filter(({ platform }) => platform !== 'ccsp'),
    desks: mapped.filter(({ platform }) => platform === 'ccsp'),
  }
}

/** Adds a rule for messages that goes to the first mapped bot and on to agents, or to agents where there is no bot. */
export function addRule(service: Service, { bots }: Targets): Service {
  const isTaken = (id: string) => service.rules.some(rule => rule.id === id)
  let number = service.rules.length + 1
  while (isTaken(`rule-${number}`)) number += 1
  const bot = bots[0]?.id ?? null
  const action = bot === null ? 'ccsp' : 'bot_and_ccsp'
  const rule = ruleSchema.parse({ id: `rule-${number}`, event: 'message', action, bot })
  return { ...service, rules: [...service.rules, rule] }
}

export function putRule(service: Service, rule: Rule): Service {
  return { ...service, rules: service.rules.map(known => (known.id === rule.id ? rule : known)) }
}

export function removeRule(service: Service, id: string): Service {
  return { ...service, rules: service.rules.filter(rule => rule.id !== id) }
}

/** The first rule that fits decides, so that their order counts. */
export function moveRule(service: Service, id: string, by: 1 | -1): Service {
  const from = service.rules.findIndex(rule => rule.id === id)
  const to = from + by
  const rule = service.rules[from]
  if (!rule || to < 0 || to >= service.rules.length) return service
  return { ...service, rules: service.rules.toSpliced(from, 1).toSpliced(to, 0, rule) }
}

/** Takes an integration in, or out: rules that were sent to it have to be told another. */
export function mapIntegration(service: Service, id: string, isMapped: boolean): Service {
  const others = service.integrations.filter(known => known !== id)
  if (isMapped) return { ...service, integrations: [...others, id] }
  const rules = service.rules.map(rule => ({
    ...rule,
    bot: rule.bot === id ? null : rule.bot,
    desk: rule.desk === id ? null : rule.desk,
  }))
  return { ...service, integrations: others, rules }
}

/** Takes an asset in, or out of the service and of its rules. */
export function mapAsset(service: Service, id: string, isMapped: boolean): Service {
  const others = service.assets.filter(asset => asset.id !== id)
  if (isMapped) return { ...service, assets: [...others, { id, managed: true }] }
  const rules = service.rules.map(rule => ({ ...rule, assets: rule.assets.filter(one => one !== id) }))
  return { ...service, assets: others, rules }
}

export function manageAsset(service: Service, id: string, managed: boolean): Service {
  return { ...service, assets: service.assets.map(asset => (asset.id === id ? { id, managed } : asset)) }
}

export const RULE_PROBLEMS = ['bot', 'keywords', 'condition', 'minutes', 'skill'] as const
export type RuleProblem = (typeof RULE_PROBLEMS)[number]

/** What a rule lacks before the engine takes it. */
export function ruleProblems(rule: Rule): readonly RuleProblem[] {
  const read = ruleSchema.safeParse(rule)
  const wrong = new Set(read.success ? [] : read.error.issues.map(({ path }) => path[0]))
  return RULE_PROBLEMS.filter(field => wrong.has(field))
}

export function isServiceComplete(service: Service): boolean {
  return service.name.trim() !== '' && service.rules.every(rule => ruleProblems(rule).length === 0)
}

import { z } from 'zod'
import { AFTER_HANDOVER } from '../document/settings.ts'
import { conditionSchema } from './condition.ts'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
export const integrationIdSchema = id
export const serviceIdSchema = id

/** What a rule can wait for (requirements.md IMI-10). */
export const RULE_EVENTS = [
  'message',
  'postback',
  'keyword',
  'handover',
  'delivery',
  'closed',
  'inactivity',
  'schedule',
  'referral',
] as const
export type RuleEvent = (typeof RULE_EVENTS)[number]

export const RULE_ACTIONS = ['ccsp', 'bot', 'bot_and_ccsp'] as const
export type RuleAction = (typeof RULE_ACTIONS)[number]

const text = z.string().max(1000)

/** One rule of a service (IMI-09): what happens on an asset, under which conditions, and to whom it goes. */
export const ruleSchema = z
  .strictObject({
    id,
    /** Assets of the service it is about; none for all. */
    assets: z.array(z.string().min(1).max(200)).max(100).default([]),
    event: z.enum(RULE_EVENTS),
    condition: conditionSchema.nullable().default(null),
    /** For `keyword`: whole messages, compared like the bots' keywords. */
    keywords: z.array(z.string().min(1).max(100)).max(50).default([]),
    /** For `inactivity`: how long nobody says anything. */
    minutes: z.number().int().min(1).max(10_080).default(15),
    action: z.enum(RULE_ACTIONS),
    /** The integration of the bot, where the action has one. */
    bot: id.nullable().default(null),
    /** The integration of an agent desk elsewhere; null is the engine's own. */
    desk: id.nullable().default(null),
    /** The queue of the desk. */
    skill: z.string().max(300).nullable().default(null),
    /** Said once while a bot does not answer and is tried again; empty says nothing. */
    waitText: text.default(''),
    /** Said once when nobody can be reached; empty says nothing. */
    fallbackText: text.default(''),
    /** Whether the bot gets copies of what a customer and an agent say (D-13). */
    afterHandover: z.enum(AFTER_HANDOVER).default('observe'),
  })
  .refine(({ action, bot }) => action === 'ccsp' || bot !== null, {
    message: 'this action needs the integration of a bot',
    path: ['bot'],
  })
  .refine(({ event, keywords }) => event !== 'keyword' || keywords.length > 0, {
    message: 'a keyword is needed',
    path: ['keywords'],
  })
export type Rule = Readonly<z.infer<typeof ruleSchema>>

/**
 * A container of channel assets, integrations and rules (IMI-08). An asset belongs to one service; what customers write
 * on one that somebody else answers is not told (IMI-02). The first rule that fits decides.
 */
export const serviceSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  assets: z
    .array(z.strictObject({ id: z.string().min(1).max(200), managed: z.boolean().default(true) }))
    .max(200),
  integrations: z.array(id).max(50),
  rules: z.array(ruleSchema).max(100),
})
export type Service = Readonly<z.infer<typeof serviceSchema>>

/** What is wrong with a service by itself: rules may only use what is mapped to it (IMI-08). */
export function problemsOfService({ assets, integrations, rules }: Service): readonly string[] {
  const isKnown = new Set(assets.map(({ id }) => id))
  const problems = rules.flatMap((rule, index) => [
    ...[rule.bot, rule.desk]
      .filter(used => used !== null && !integrations.includes(used))
      .map(used => `rules.${index}: ${used} is not mapped to this service`),
    ...rule.assets
      .filter(id => !isKnown.has(id))
      .map(id => `rules.${index}: ${id} is no asset of this service`),
  ])
  const doubled = rules.filter(({ id }, index) => rules.findIndex(other => other.id === id) !== index)
  return [...problems, ...doubled.map(({ id }) => `rules: ${id} is there twice`)]
}

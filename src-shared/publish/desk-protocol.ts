import { z } from 'zod'

/**
 * Setting up the agent desk of an engine; signed like the publish protocol (protocol.ts), with a key of the scope `desk`.
 *
 * | method and path | body | answer |
 * |---|---|---|
 * | GET /v1/desk/agents | – | AgentList |
 * | PUT /v1/desk/agents/:name | AgentWish | Agent |
 * | DELETE /v1/desk/agents/:name | – | Done |
 * | GET /v1/desk/replies | – | ReplyList |
 * | PUT /v1/desk/replies/:name | ReplyText | Done |
 * | DELETE /v1/desk/replies/:name | – | Done |
 * | GET /v1/desk/settings | – | DeskSettings |
 * | PUT /v1/desk/settings | DeskSettings | DeskSettings |
 */

/** `manual`: agents take what waits; `automatic`: it is given to them (requirements.md NHN-77, NHN-78). */
export const ROUTINGS = ['manual', 'automatic'] as const
export type Routing = (typeof ROUTINGS)[number]

export const agentName = z
  .string()
  .normalize('NFC')
  .regex(/^[\p{L}\p{N}._-]{1,64}$/u, 'use up to 64 letters, digits, dots, - or _')
export const skillName = z.string().trim().min(1).max(300)
const password = z.string().min(8, 'a password has at least 8 characters').max(200)
export const skillsSchema = z.array(skillName).max(50)

/** An agent to be made, or what of one is to be changed. */
export const agentWishSchema = z
  .strictObject({
    /** Needed for a new agent. */
    password: password.optional(),
    skills: skillsSchema.optional(),
    /** Conversations at once; 5 unless said otherwise. */
    mostChats: z.number().int().min(1).max(100).optional(),
  })
  .meta({ id: 'DeskAgentWish' })

export const agentSchema = z
  .object({
    name: z.string(),
    skills: z.array(z.string()),
    mostChats: z.number().int(),
    accepting: z.boolean(),
    /** Whether their page is open. */
    isThere: z.boolean(),
  })
  .meta({ id: 'DeskAgent' })
export const agentListSchema = z.object({ agents: z.array(agentSchema) }).meta({ id: 'DeskAgentList' })

export const replyName = z
  .string()
  .regex(/^[\p{L}\p{N}._-]{1,32}$/u, 'use up to 32 letters, digits, dots, - or _')
export const replyTextSchema = z
  .strictObject({ text: z.string().trim().min(1).max(4000) })
  .meta({ id: 'DeskReplyText' })
export const replySchema = z.object({ name: z.string(), text: z.string() })
export const replyListSchema = z.object({ replies: z.array(replySchema) }).meta({ id: 'DeskReplyList' })

export const deskSettingsSchema = z.strictObject({ routing: z.enum(ROUTINGS) }).meta({ id: 'DeskSettings' })

export const doneSchema = z.object({ done: z.literal(true) }).meta({ id: 'DeskDone' })

export type AgentWish = z.infer<typeof agentWishSchema>
export type Agent = z.infer<typeof agentSchema>
export type DeskSettings = z.infer<typeof deskSettingsSchema>

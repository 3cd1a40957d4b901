import type { z } from 'zod'
import type { Fault, Result } from '../../src-shared/kit/result.ts'
import {
  type Agent,
  type AgentWish,
  agentListSchema,
  agentSchema,
  type DeskSettings,
  deskSettingsSchema,
  doneSchema,
  replyListSchema,
} from '../../src-shared/publish/desk-protocol.ts'
import { callEngine } from '../../src-shared/publish/publish-client.ts'
import { type EngineChoice, engineOptions } from '../engine-options.ts'
import { EXIT, type ExitCode, exitOfEngine } from '../exit-codes.ts'
import { safe } from '../message-lines.ts'
import type { Terminal } from '../terminal.ts'

type Ask<T> = Readonly<{
  method: 'GET' | 'PUT' | 'DELETE'
  path: string
  body?: unknown
  schema: z.ZodType<T>
  lines: (value: T) => readonly string[]
}>

/** `parley desk agents`: who answers at the desk of an engine. */
export function listAgents(choice: EngineChoice, terminal: Terminal): Promise<ExitCode> {
  const lines = ({ agents }: { agents: readonly Agent[] }) => agents.map(agentLine)
  return ask({ method: 'GET', path: 'agents', schema: agentListSchema, lines }, choice, terminal)
}

type AgentOptions = EngineChoice &
  Readonly<{ passwordEnv?: string; skills?: readonly string[]; mostChats?: number }>

/** `parley desk agent NAME`: makes an agent or changes one; the password comes from the environment. */
export async function putAgent(name: string, options: AgentOptions, terminal: Terminal): Promise<ExitCode> {
  const { passwordEnv, skills, mostChats } = options
  const password = passwordEnv === undefined ? undefined : terminal.env[passwordEnv]
  if (passwordEnv !== undefined && !password) {
    terminal.err(`The environment variable ${passwordEnv} is not set; give it the password.`)
    return EXIT.usage
  }
  const body: AgentWish = {
    ...(password ? { password } : {}),
    ...(mostChats === undefined ? {} : { mostChats }),
    ...(skills ? { skills: [...skills] } : {}),
  }
  const path = `agents/${encodeURIComponent(name)}`
  const lines = (agent: Agent) => [agentLine(agent)]
  return ask({ method: 'PUT', path, body, schema: agentSchema, lines }, options, terminal)
}

/** `parley desk remove-agent NAME` and `remove-reply NAME`. */
export function removeFromDesk(
  what: 'agents' | 'replies',
  name: string,
  { choice, terminal }: Readonly<{ choice: EngineChoice; terminal: Terminal }>,
): Promise<ExitCode> {
  const path = `${what}/${encodeURIComponent(name)}`
  return ask(
    { method: 'DELETE', path, schema: doneSchema, lines: () => [`removed  ${name}`] },
    choice,
    terminal,
  )
}

/** `parley desk replies`: the texts agents say often. */
export function listReplies(choice: EngineChoice, terminal: Terminal): Promise<ExitCode> {
  const lines = ({ replies }: z.infer<typeof replyListSchema>) =>
    replies.map(({ name, text }) => `/${name}  ${safe(text)}`)
  return ask({ method: 'GET', path: 'replies', schema: replyListSchema, lines }, choice, terminal)
}

/** `parley desk reply NAME TEXT`: keeps a text agents say often. */
export function putReply(
  name: string,
  text: string,
  { choice, terminal }: Readonly<{ choice: EngineChoice; terminal: Terminal }>,
): Promise<ExitCode> {
  const path = `replies/${encodeURIComponent(name)}`
  const lines = () => [`kept  /${name}`]
  return ask({ method: 'PUT', path, body: { text }, schema: doneSchema, lines }, choice, terminal)
}

/** `parley desk routing WAY`: whether agents take what waits, or are given it. */
export function setRouting(
  routing: DeskSettings['routing'],
  choice: EngineChoice,
  terminal: Terminal,
): Promise<ExitCode> {
  const lines = (settings: DeskSettings) => [`routing  ${settings.routing}`]
  const body: DeskSettings = { routing }
  return ask({ method: 'PUT', path: 'settings', body, schema: deskSettingsSchema, lines }, choice, terminal)
}

async function ask<T>(
  { method, path, body, schema, lines }: Ask<T>,
  choice: EngineChoice,
  terminal: Terminal,
): Promise<ExitCode> {
  const engine = engineOptions(choice, terminal)
  if (!engine) return EXIT.usage
  const call = { method, path: `/v1/desk/${path}`, schema, ...(body === undefined ? {} : { body }) }
  const answer: Result<T> = await callEngine(engine, call)
  if (!answer.ok) return refuse(answer, terminal)
  for (const line of lines(answer.value)) terminal.out(line)
  return EXIT.fine
}

function agentLine({ name, skills, mostChats, accepting, isThere }: Agent): string {
  const state = !isThere ? 'away' : accepting ? 'taking' : 'there'
  return `${state.padEnd(7)} ${name}  ${skills.map(safe).join(', ') || 'no skills'}  (at most ${mostChats})`
}

function refuse({ code, message }: Fault, terminal: Terminal): ExitCode {
  terminal.err(message)
  return exitOfEngine(code)
}

import type { z } from 'zod'
import type { BotId } from '../document/ids.ts'
import { type Fault, fault, ok, type Result } from '../kit/result.ts'
import { type Conversations, conversationsSchema, type Turns, turnsSchema } from './conversation-protocol.ts'
import { faultOfAnswer, isReplayed } from './fault-of-answer.ts'
import {
  type ActivateRequest,
  type BotStatus,
  botStatusSchema,
  type DeactivateRequest,
  type EngineInfo,
  engineInfoSchema,
  type FileStatus,
  fileStatusSchema,
  type PublishRequest,
} from './protocol.ts'
import { signRequest } from './sign-request.ts'
import type { StageRequest } from './stage-protocol.ts'

/** How a host sends a request. Rejects on network failure, with an error named `TimeoutError` when time ran out. */
export type Send = (request: {
  method: string
  url: string
  headers: Readonly<Record<string, string>>
  body: string | null
  timeoutMs: number
  onProgress?: (fraction: number) => void
}) => Promise<{ status: number; body: string }>

/** The designer's side of protocol.ts. Every failure is a fault with a code `engine/…` or `lifecycle/…`. */
export interface PublishClient {
  info(): Promise<Result<EngineInfo>>
  /** What the engine knows of a bot; null when it was never published there. */
  status(bot: BotId): Promise<Result<BotStatus | null>>
  /** Whether the engine has a file already, by the SHA-256 of its bytes. */
  hasFile(hash: string): Promise<Result<boolean>>
  putFile(hash: string, base64: string): Promise<Result<FileStatus>>
  publish(
    bot: BotId,
    version: string,
    request: PublishRequest,
    onProgress?: (fraction: number) => void,
  ): Promise<Result<BotStatus>>
  activate(bot: BotId, request: ActivateRequest): Promise<Result<BotStatus>>
  deactivate(bot: BotId, request: DeactivateRequest): Promise<Result<BotStatus>>
  /** Lets a percentage of new conversations meet a version. */
  stage(bot: BotId, request: StageRequest): Promise<Result<BotStatus>>
  /** Who talked to a bot, the newest first; older ones than `before`, where it is given. */
  conversations(bot: BotId, before?: number): Promise<Result<Conversations>>
  /** What happened in the conversation with a contact after the turn numbered `after`. */
  turns(bot: BotId, contact: string, after: number): Promise<Result<Turns>>
}

/** An engine, and the key its requests are signed with. `now` is epoch milliseconds; 30 s are waited unless told. */
export type EngineOptions = Readonly<{
  url: string
  keyId: string
  key: string
  send: Send
  now: () => number
  timeoutMs?: number
}>
/** One signed request, and the shape of what is answered. */
export type EngineCall<T> = Readonly<{
  method: string
  path: string
  body?: unknown
  schema: z.ZodType<T>
  onProgress?: (fraction: number) => void
}>

const DEFAULT_TIMEOUT_MS = 30_000
/** Equal requests of one millisecond that are told apart before giving up. */
const MAX_SAME_REQUESTS = 20

/** A client for one engine and key. `now` is epoch milliseconds; `timeoutMs` is handed to `send` (30 s unless given). */
export function createPublishClient(options: EngineOptions): PublishClient {
  const call = <T>(request: EngineCall<T>) => callEngine(options, request)
  const atBot = (bot: BotId) => `/v1/bots/${encodeURIComponent(bot)}`
  const change = (bot: BotId, step: string, body: unknown) =>
    call({ method: 'POST', path: `${atBot(bot)}/${step}`, body, schema: botStatusSchema })
  return {
    info: () => call({ method: 'GET', path: '/v1/engine', schema: engineInfoSchema }),
    async status(bot) {
      const status = await call({ method: 'GET', path: atBot(bot), schema: botStatusSchema })
      return !status.ok && status.code === 'bot/not-found' ? ok(null) : status
    },
    async hasFile(hash) {
      const status = await call({ method: 'GET', path: `/v1/media/${hash}`, schema: fileStatusSchema })
      return status.ok ? ok(status.value.isHere) : status
    },
    putFile: (hash, base64) =>
      call({ method: 'PUT', path: `/v1/media/${hash}`, body: { base64 }, schema: fileStatusSchema }),
    publish: (bot, version, body, onProgress) =>
      call({
        method: 'PUT',
        path: `${atBot(bot)}/versions/${encodeURIComponent(version)}`,
        body,
        schema: botStatusSchema,
        ...(onProgress ? { onProgress } : {}),
      }),
    activate: (bot, request) => change(bot, 'activate', request),
    deactivate: (bot, request) => change(bot, 'deactivate', request),
    stage: (bot, request) => change(bot, 'stage', request),
    conversations: (bot, before) =>
      call({
        method: 'GET',
        path: `${atBot(bot)}/conversations${before === undefined ? '' : `?before=${before}`}`,
        schema: conversationsSchema,
      }),
    turns: (bot, contact, after) =>
      call({
        method: 'GET',
        path: `${atBot(bot)}/conversations/${encodeURIComponent(contact)}/turns?after=${after}`,
        schema: turnsSchema,
      }),
  }
}

/**
 * Sends a signed request. A refusal as replayed means that an equal request was signed in the same millisecond and that this one was not
 * carried out, so it is signed a millisecond later and sent again.
 */
export async function callEngine<T>(options: EngineOptions, call: EngineCall<T>): Promise<Result<T>> {
  const answer = await askEngine(options, call)
  return answer.ok ? readAnswer(answer.value, call.schema) : answer
}

/** The same, answered with the text as it came. */
export async function askEngine(
  options: EngineOptions,
  call: Omit<EngineCall<unknown>, 'schema'>,
): Promise<Result<string>> {
  const base = options.url.replace(/\/+$/, '')
  const body = call.body === undefined ? null : JSON.stringify(call.body)
  const at = Math.floor(options.now())
  for (let attempt = 0; ; attempt += 1) {
    const answer = await sendOnce(options, { ...call, base, body, at: at + attempt })
    if (!answer.ok) return answer
    const { status, body: text } = answer.value
    if (status >= 200 && status < 300) return ok(text)
    if (!isReplayed(status, text) || attempt === MAX_SAME_REQUESTS) return faultOfAnswer(status, text)
  }
}

type Attempt = Omit<EngineCall<unknown>, 'body' | 'schema'> &
  Readonly<{ base: string; body: string | null; at: number }>

async function sendOnce(
  options: EngineOptions,
  attempt: Attempt,
): Promise<Result<Awaited<ReturnType<Send>>>> {
  const { method, base, path, body, at, onProgress } = attempt
  const headers = {
    accept: 'application/json',
    ...(body === null ? {} : { 'content-type': 'application/json' }),
    'x-parley-key': options.keyId,
    'x-signature': signRequest(options.key, at / 1000, body ?? ''),
  }
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS
  const request = { method, url: base + path, headers, body, timeoutMs }
  try {
    return ok(await options.send(onProgress ? { ...request, onProgress } : request))
  } catch (error) {
    return faultOfNetwork(error, base, timeoutMs)
  }
}

function faultOfNetwork(error: unknown, base: string, timeoutMs: number): Fault {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
  if (name === 'TimeoutError')
    return fault(
      'engine/timeout',
      `${base} said nothing for ${timeoutMs / 1000} s. Try again, or ask who runs it.`,
    )
  return fault(
    'engine/unreachable',
    `${base}: ${message}. Check the address and your network, then try again.`,
  )
}

function readAnswer<T>(body: string, schema: z.ZodType<T>): Result<T> {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return fault('engine/bad-answer', 'It is not JSON. Check that the address is that of a Parley engine.')
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  return fault(
    'engine/bad-answer',
    `At ${issue?.path.join('.') || 'the top'}: ${issue?.message}. The engine may speak another version of the protocol.`,
  )
}

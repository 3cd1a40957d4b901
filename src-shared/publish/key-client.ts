import type { z } from 'zod'
import type { BotId } from '../document/ids.ts'
import { ok, type Result } from '../kit/result.ts'
import {
  type ApiKey,
  apiKeySchema,
  keyListSchema,
  type NewKeyRequest,
  type ShownKey,
  shownKeySchema,
} from './key-protocol.ts'
import { proactiveSettingsSchema } from './proactive-protocol.ts'
import { callEngine, type EngineOptions } from './publish-client.ts'

/** The keys and tokens of an engine, for who has the scope `admin` there. Failures are as in publish-client.ts. */
export interface KeyClient {
  list(): Promise<Result<readonly ApiKey[]>>
  add(request: NewKeyRequest): Promise<Result<ShownKey>>
  /** The secret used until now is accepted for `graceMs` more. */
  rotate(key: string, graceMs: number): Promise<Result<ShownKey>>
  bind(key: string, addresses: readonly string[]): Promise<Result<ApiKey>>
  revoke(key: string): Promise<Result<ApiKey>>
  /** The tokens that may begin conversations of a bot (requirements.md KAR-10). */
  tokensOf(bot: BotId): Promise<Result<readonly string[]>>
  chooseTokens(bot: BotId, tokens: readonly string[]): Promise<Result<readonly string[]>>
}

export function createKeyClient(options: EngineOptions): KeyClient {
  const ask = <T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown) =>
    callEngine(options, { method, path, schema, ...(body === undefined ? {} : { body }) })
  const tokens = async (method: string, bot: BotId, body?: unknown) => {
    const path = `/v1/bots/${encodeURIComponent(bot)}/proactive`
    const answer = await ask(method, path, proactiveSettingsSchema, body)
    return answer.ok ? ok(answer.value.tokens) : answer
  }
  return {
    async list() {
      const list = await ask('GET', '/v1/keys', keyListSchema)
      return list.ok ? ok(list.value.keys) : list
    },
    add: request => ask('POST', '/v1/keys', shownKeySchema, request),
    rotate: (key, graceMs) => ask('POST', `/v1/keys/${key}/rotate`, shownKeySchema, { graceMs }),
    bind: (key, addresses) => ask('PUT', `/v1/keys/${key}/addresses`, apiKeySchema, { addresses }),
    revoke: key => ask('POST', `/v1/keys/${key}/revoke`, apiKeySchema),
    tokensOf: bot => tokens('GET', bot),
    chooseTokens: (bot, chosen) => tokens('PUT', bot, { tokens: chosen }),
  }
}

import type { z } from 'zod'
import { type Fault, fault, ok, type Result } from '../../src-shared/kit/result.ts'
import {
  type ApiKey,
  apiKeySchema,
  type KeyList,
  keyListSchema,
  type NewKeyRequest,
  type ShownKey,
  shownKeySchema,
} from '../../src-shared/publish/key-protocol.ts'
import { problemDocumentSchema } from '../../src-shared/publish/protocol.ts'
import { signRequest } from '../../src-shared/publish/sign-request.ts'
import type { EngineDb } from '../store/db.ts'
import type { Sealer } from '../store/seal.ts'
import { addKey, listKeys, revokeKey, rotateKey } from './manage-keys.ts'

/** What the command line does with keys, whether the engine runs or not. */
export type KeyAdmin = Readonly<{
  list: () => Promise<Result<KeyList>>
  add: (request: NewKeyRequest) => Promise<Result<ShownKey>>
  rotate: (key: string, graceMs: number) => Promise<Result<ShownKey>>
  revoke: (key: string) => Promise<Result<ApiKey>>
}>

/** The name that the audit log has for the command line. */
const COMMAND_LINE = 'command-line'

/** Works on the data themselves. */
export function keysInData(db: EngineDb, seal: Sealer, now: () => number): KeyAdmin {
  const by = () => ({ key: COMMAND_LINE, at: now() })
  return {
    list: async () => ok(await listKeys(db, now())),
    add: async request => ok(await addKey({ db, seal }, request, by())),
    rotate: (key, graceMs) => rotateKey({ db, seal }, key, { graceMs }, by()),
    revoke: key => revokeKey({ db }, key, by()),
  }
}

type Running = Readonly<{ url: string; keyId: string; secret: string; now: () => number }>

/** Asks the engine that runs on the data, which nobody else can open meanwhile. */
export function keysOfRunning(running: Running): KeyAdmin {
  return {
    list: () => ask(running, { method: 'GET', path: '/v1/keys', shape: keyListSchema }),
    add: body => ask(running, { path: '/v1/keys', body, shape: shownKeySchema }),
    rotate: (key, graceMs) =>
      ask(running, { path: `/v1/keys/${key}/rotate`, body: { graceMs }, shape: shownKeySchema }),
    revoke: key => ask(running, { path: `/v1/keys/${key}/revoke`, shape: apiKeySchema }),
  }
}

type Ask<T> = Readonly<{ method?: string; path: string; body?: unknown; shape: z.ZodType<T> }>

async function ask<T>({ url, keyId, secret, now }: Running, request: Ask<T>): Promise<Result<T>> {
  const { method = 'POST', path, shape } = request
  const body = request.body === undefined ? '' : JSON.stringify(request.body)
  const headers = {
    'content-type': 'application/json',
    'x-parley-key': keyId,
    'x-signature': signRequest(secret, now() / 1000, body),
  }
  try {
    const answer = await fetch(url + path, { method, headers, body: body || null })
    const value: unknown = await answer.json()
    const read = shape.safeParse(value)
    return answer.ok && read.success ? ok(read.data) : refusalOf(value)
  } catch (error) {
    return fault('engine/unreachable', `${url}: ${(error as Error).message}.`)
  }
}

function refusalOf(value: unknown): Fault {
  const problem = problemDocumentSchema.safeParse(value)
  return problem.success ? fault('engine/refused', problem.data.message) : fault('engine/bad-answer')
}

import { createPublishClient, type PublishClient } from '../src-shared/publish/publish-client.ts'
import { sendWithFetch } from './send-with-fetch.ts'
import type { Terminal } from './terminal.ts'

/** Where an engine is, and which environment variable holds the key; `timeout` in milliseconds. */
export type EngineOptions = Readonly<{ engine: string; keyEnv: string; timeout?: number }>

/** A client for an engine; null when its key is not there, which was said. */
export function engineClient(
  { engine, keyEnv, timeout }: EngineOptions,
  terminal: Terminal,
): PublishClient | null {
  const value = terminal.env[keyEnv]
  const [, keyId, key] = /^([A-Za-z0-9._-]{1,64}):([\x21-\x7e]+)$/.exec(value?.trim() ?? '') ?? []
  if (keyId !== undefined && key !== undefined)
    return createPublishClient({
      url: engine,
      keyId,
      key,
      send: sendWithFetch,
      now: terminal.now,
      ...(timeout === undefined ? {} : { timeoutMs: timeout }),
    })
  terminal.err(
    value === undefined
      ? `The environment variable ${keyEnv} is not set; give it keyId:secret.`
      : `The environment variable ${keyEnv} should hold keyId:secret.`,
  )
  return null
}

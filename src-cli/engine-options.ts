import type { EngineOptions } from '../src-shared/publish/publish-client.ts'
import { sendWithFetch } from './send-with-fetch.ts'
import type { Terminal } from './terminal.ts'

/** Which engine a command is about, and where its key is. */
export type EngineChoice = Readonly<{
  engine: string
  keyEnv: string
  /** Milliseconds. */
  timeout?: number
}>

/** The engine and its key; null, with the reason said, when the environment has none. */
export function engineOptions(
  { engine, keyEnv, timeout }: EngineChoice,
  terminal: Terminal,
): EngineOptions | null {
  const value = terminal.env[keyEnv]
  const [, keyId, key] = /^([A-Za-z0-9._-]{1,64}):([\x21-\x7e]+)$/.exec(value?.trim() ?? '') ?? []
  if (keyId !== undefined && key !== undefined) {
    const timeoutMs = timeout === undefined ? {} : { timeoutMs: timeout }
    return { url: engine, keyId, key, send: sendWithFetch, now: terminal.now, ...timeoutMs }
  }
  terminal.err(
    value === undefined
      ? `The environment variable ${keyEnv} is not set; give it keyId:secret.`
      : `The environment variable ${keyEnv} should hold keyId:secret.`,
  )
  return null
}

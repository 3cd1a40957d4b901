import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { fault, ok, type Result } from '../src-shared/kit/result.ts'
import { addressesSchema } from '../src-shared/publish/key-protocol.ts'
import type { EffectConfig } from './effects/effect-config.ts'
import { parseSealKeys } from './seal-keys.ts'
import type { SealKeys } from './store/seal.ts'

const schema = z.object({
  PARLEY_ENGINE_HOST: z.string().min(1).default('127.0.0.1'),
  PARLEY_ENGINE_PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  PARLEY_ENGINE_DATA: z.string().min(1).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'expected postgres://…' }).optional(),
  PARLEY_ENGINE_KEY: z.string().min(1).optional(),
  PARLEY_ENGINE_SEAL_KEY: z.string().min(1).optional(),
  PARLEY_ENGINE_ACCOUNT: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,64}$/)
    .default('local'),
  PARLEY_ENGINE_URL: z.url({ protocol: /^https?$/ }).optional(),
  PARLEY_ENGINE_PROXIES: z
    .string()
    .default('')
    .transform(text => text.split(/[\s,]+/).filter(part => part !== ''))
    .pipe(addressesSchema),
  PARLEY_ENGINE_ALLOW_PRIVATE: z.enum(['0', '1']).default('0'),
  PARLEY_ENGINE_DESK_URL: z.url({ protocol: /^https?$/ }).optional(),
  PARLEY_ENGINE_DESK_SECRET: z.string().min(1).optional(),
  PARLEY_ENGINE_META_URL: z.url({ protocol: /^https?$/ }).optional(),
  PARLEY_ENGINE_TWILIO_URL: z.url({ protocol: /^https?$/ }).optional(),
  PARLEY_ENGINE_LOG: z.enum(['silent', 'error', 'info', 'debug']).default('info'),
})

/** The settings of an engine process. `key` is `keyId:secret`, several between commas; null uses the data folder's. */
export type EngineConfig = Readonly<{
  host: string
  port: number
  /** The database that several processes may share; null keeps the data in a file of the data folder. */
  databaseUrl: string | null
  dataFolder: string
  key: string | null
  /** What seals secrets in the data; null uses the data folder's. */
  sealKeys: SealKeys | null
  account: string
  publicUrl: string | null
  /** Proxies in front, whose word on where a request comes from is taken. */
  proxies: readonly string[]
  logLevel: 'silent' | 'error' | 'info' | 'debug'
  effects: EffectConfig
  /** Spoken to in place of Meta's addresses, such as by tests; null for Meta's. */
  metaUrl: string | null
  /** The same for Twilio's. */
  twilioUrl: string | null
}>

/** Reads the settings from the environment; what does not fit is named with its variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<EngineConfig> {
  const parsed = schema.safeParse(env)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    return fault('engine-config/invalid', `${problems.join('; ')}.`)
  }
  const { data } = parsed
  const { PARLEY_ENGINE_DESK_URL: deskUrl } = data
  if (data.DATABASE_URL !== undefined && data.PARLEY_ENGINE_KEY === undefined)
    return fault(
      'engine-config/invalid',
      'DATABASE_URL needs PARLEY_ENGINE_KEY, the same for all its engines.',
    )
  const { PARLEY_ENGINE_SEAL_KEY: sealText } = data
  const sealKeys = sealText === undefined ? ok(null) : parseSealKeys(sealText)
  if (!sealKeys.ok) return sealKeys
  return ok({
    host: data.PARLEY_ENGINE_HOST,
    port: data.PARLEY_ENGINE_PORT,
    databaseUrl: data.DATABASE_URL ?? null,
    dataFolder: data.PARLEY_ENGINE_DATA ?? defaultFolder(env),
    key: data.PARLEY_ENGINE_KEY ?? null,
    sealKeys: sealKeys.value,
    account: data.PARLEY_ENGINE_ACCOUNT,
    publicUrl: data.PARLEY_ENGINE_URL?.replace(/\/+$/, '') ?? null,
    proxies: data.PARLEY_ENGINE_PROXIES,
    logLevel: data.PARLEY_ENGINE_LOG,
    metaUrl: data.PARLEY_ENGINE_META_URL?.replace(/\/+$/, '') ?? null,
    twilioUrl: data.PARLEY_ENGINE_TWILIO_URL?.replace(/\/+$/, '') ?? null,
    effects: {
      allowPrivate: data.PARLEY_ENGINE_ALLOW_PRIVATE === '1',
      secrets: secretsOf(env),
      desk:
        deskUrl === undefined
          ? null
          : { url: deskUrl.replace(/\/+$/, ''), secret: data.PARLEY_ENGINE_DESK_SECRET ?? null },
    },
  })
}

/** `PARLEY_SECRET_<NAME>` is the value of the secret variable of that name (requirements.md NHN-26). */
function secretsOf(env: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(env).flatMap(([name, value]) => {
      const variable = /^PARLEY_SECRET_([A-Z][A-Z0-9_]{0,63})$/.exec(name)?.[1]
      return variable && value ? [[variable, value.trim()] as const] : []
    }),
  )
}

function defaultFolder(env: Readonly<Record<string, string | undefined>>): string {
  return join(env.XDG_DATA_HOME || join(homedir(), '.local/share'), 'parley-engine')
}

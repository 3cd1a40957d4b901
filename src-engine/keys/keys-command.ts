import { parseArgs } from 'node:util'
import { type Fault, fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { type ApiKey, newKeyRequestSchema, type ShownKey } from '../../src-shared/publish/key-protocol.ts'
import { SCOPES } from '../../src-shared/publish/scopes.ts'
import type { KeyAdmin } from './key-admin.ts'

export const KEYS_USAGE = `npm run engine -- keys list
npm run engine -- keys add --label NAME --scopes ${SCOPES.join(',')} [--token] [--addresses 10.1.0.0/16,…]
npm run engine -- keys rotate KEY [--grace-hours 24]
npm run engine -- keys revoke KEY`

const HOUR_MS = 3_600_000

/** Runs `keys …`; answers the lines to show. */
export async function keysCommand(admin: KeyAdmin, args: readonly string[]): Promise<Result<string>> {
  const read = readArgs(args)
  if (!read.ok) return read
  const { positionals, values } = read.value
  const [verb, key = ''] = positionals
  if (verb === 'list') return listed(await admin.list())
  if (verb === 'add') return add(admin, values)
  if (verb === 'revoke' && key) {
    const revoked = await admin.revoke(key)
    return revoked.ok ? ok(`${key} was revoked.`) : revoked
  }
  const hours = Number(values['grace-hours'] ?? 24)
  if (verb === 'rotate' && key && hours >= 0)
    return once(await admin.rotate(key, Math.round(hours * HOUR_MS)))
  return unknown()
}

type Values = Readonly<{
  label?: string
  scopes?: string
  token?: boolean
  addresses?: string
  'grace-hours'?: string
}>

function readArgs(
  args: readonly string[],
): Result<Readonly<{ positionals: readonly string[]; values: Values }>> {
  const options = {
    label: { type: 'string' },
    scopes: { type: 'string' },
    token: { type: 'boolean' },
    addresses: { type: 'string' },
    'grace-hours': { type: 'string' },
  } as const
  try {
    return ok(parseArgs({ args: [...args], options, allowPositionals: true }))
  } catch {
    return unknown()
  }
}

async function add(
  admin: KeyAdmin,
  { label, scopes = '', token = false, addresses }: Values,
): Promise<Result<string>> {
  const wanted = {
    kind: token ? 'token' : 'signing',
    label: label ?? 'command line',
    scopes: scopes.split(','),
    addresses: addresses?.split(',') ?? [],
  }
  const request = newKeyRequestSchema.safeParse(wanted)
  return request.success ? once(await admin.add(request.data)) : unknown()
}

function once(made: Result<ShownKey>): Result<string> {
  if (!made.ok) return made
  const { key, secret } = made.value
  const shown =
    key.kind === 'token' ? [`  Token     ${secret}`] : [`  Key name  ${key.key}`, `  Key       ${secret}`]
  return ok([lineOf(key), '', 'It is shown this once:', ...shown].join('\n'))
}

function listed(list: Awaited<ReturnType<KeyAdmin['list']>>): Result<string> {
  if (!list.ok) return list
  return ok(list.value.keys.map(lineOf).join('\n') || 'No keys besides the one the engine was started with.')
}

function lineOf({ key, kind, label, scopes, revokedAt }: ApiKey): string {
  const end = revokedAt === null ? '' : `  revoked ${new Date(revokedAt).toISOString()}`
  return `${key}  ${kind.padEnd(7)}  ${scopes.join(',')}  ${label}${end}`
}

function unknown(): Fault {
  return fault('request/invalid', `It should be one of:\n${KEYS_USAGE}`)
}

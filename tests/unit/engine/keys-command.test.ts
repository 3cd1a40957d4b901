import { expect, test } from 'vitest'
import type { KeyAdmin } from '../../../src-engine/keys/key-admin.ts'
import { keysCommand } from '../../../src-engine/keys/keys-command.ts'
import { fault, ok } from '../../../src-shared/kit/result.ts'
import type { ApiKey } from '../../../src-shared/publish/key-protocol.ts'

const KEY: ApiKey = {
  key: 'key-0123456789ab',
  kind: 'token',
  label: 'CRM',
  scopes: ['read', 'converse'],
  addresses: [],
  createdAt: 0,
  createdBy: 'x',
  rotatingUntil: null,
  revokedAt: null,
}

function admin(asked: unknown[] = []): KeyAdmin {
  return {
    list: async () => ok({ keys: [KEY, { ...KEY, kind: 'signing', revokedAt: 0 }] }),
    add: async request => {
      asked.push(request)
      return ok({ key: { ...KEY, ...request }, secret: 'SECRET' })
    },
    rotate: async (key, graceMs) => {
      asked.push({ key, graceMs })
      return ok({ key: { ...KEY, kind: 'signing' }, secret: 'NEXT' })
    },
    revoke: async () => fault('key/not-found'),
  }
}

test('keys: what is asked for, and what is shown', async () => {
  const asked: unknown[] = []
  const run = async (line: string) => {
    const said = await keysCommand(admin(asked), line.split(' '))
    return said.ok ? said.value : said.code
  }
  expect(await run('list')).toBe(
    'key-0123456789ab  token    read,converse  CRM\nkey-0123456789ab  signing  read,converse  CRM  revoked 1970-01-01T00:00:00.000Z',
  )
  expect(await run('add --token --label CRM --scopes read')).toMatch(
    /It is shown this once:\n {2}Token {5}SECRET$/,
  )
  expect(await run('rotate key-0123456789ab')).toMatch(/ {2}Key name {2}key-0123456789ab\n {2}Key {7}NEXT$/)
  expect(await run('rotate key-0123456789ab --grace-hours 0.5')).toContain('NEXT')
  expect(asked).toEqual([
    { kind: 'token', label: 'CRM', scopes: ['read'], addresses: [] },
    { key: 'key-0123456789ab', graceMs: 86_400_000 },
    { key: 'key-0123456789ab', graceMs: 1_800_000 },
  ])
  expect(await run('revoke key-0123456789ab')).toBe('key/not-found')
  for (const line of [
    '',
    'add',
    'add --scopes root',
    'revoke',
    'rotate',
    'rotate x --grace-hours much',
    'list --x',
  ])
    expect(await run(line)).toBe('request/invalid')
})

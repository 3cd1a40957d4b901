import { expect, test } from 'vitest'
import { createPublishClient } from '../../../src-shared/publish/publish-client.ts'
import { engineCommand, spawnEngine } from './engine-process.ts'
import { scratchFolder } from './scratch-engine.ts'
import { sendOverFetch } from './send-over-fetch.ts'

const MADE = /Key name {2}(key-\S+)\n {2}Key {7}(\S+)\n/

test('keys are made and revoked on the command line, whether the engine runs or not', async () => {
  const folder = scratchFolder()
  const add = ['keys', 'add', '--label', 'night build', '--scopes', 'publish,read']
  const [, keyId = '', key = ''] = MADE.exec(await engineCommand(folder, add)) ?? []
  expect(keyId).toMatch(/^key-/)
  const { url } = await spawnEngine(folder)
  const env = { PARLEY_ENGINE_PORT: new URL(url).port }
  const infoBy = (secret: string) =>
    createPublishClient({ url, keyId, key: secret, send: sendOverFetch, now: Date.now }).info()
  expect(await infoBy(key)).toMatchObject({ ok: true })
  expect(await engineCommand(folder, ['keys', 'revoke', keyId], env)).toBe(`${keyId} was revoked.\n`)
  // Three processes start one after the other.
}, 60_000)

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningEngine, startEngine } from '../../../src-engine/start-engine.ts'
import { runParley } from './run-parley.ts'

const SECRET = 'a-secret-only-the-tests-know'
const ENV = { PARLEY_KEY: `ci:${SECRET}`, BERTA: 'correct horse' }
const folder = mkdtempSync(join(tmpdir(), 'parley-cli-desk-'))

let engine: RunningEngine

beforeAll(async () => {
  engine = await startEngine({ dataFolder: folder, keys: new Map([['ci', [SECRET]]]), logLevel: 'silent' })
})

afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

function desk(...args: readonly string[]) {
  return runParley(['desk', ...args, '--engine', engine.url, '--key-env', 'PARLEY_KEY'], ENV)
}

test('the desk of an engine is set up on the command line', async () => {
  expect((await desk('agent', 'Berta')).err).toContain('a new agent needs one')
  expect((await desk('agent', 'Berta', '--password-env', 'NONE')).code).toBe(2)
  const made = await desk('agent', 'Berta', '--password-env', 'BERTA', '--skills', 'billing', 'travel')
  expect(made).toEqual({ code: 0, out: 'away    Berta  billing, travel  (at most 5)', err: '' })
  expect((await desk('agent', 'Berta', '--most-chats', '2')).out).toBe(
    'away    Berta  billing, travel  (at most 2)',
  )
  expect((await desk('agents')).out).toBe('away    Berta  billing, travel  (at most 2)')
  expect((await desk('reply', 'hi', 'Hello!')).out).toBe('kept  /hi')
  expect((await desk('replies')).out).toBe('/hi  Hello!')
  expect((await desk('remove-reply', 'hi')).code).toBe(0)
  expect((await desk('routing', 'automatic')).out).toBe('routing  automatic')
  expect((await desk('routing', 'sometimes')).code).toBe(2)
  expect((await desk('remove-agent', 'Berta')).out).toBe('removed  Berta')
  expect((await desk('remove-agent', 'Berta')).code).toBe(1)
})

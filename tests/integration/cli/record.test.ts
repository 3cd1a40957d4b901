import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningEngine, startEngine } from '../../../src-engine/start-engine.ts'
import { signRequest } from '../../../src-shared/publish/sign-request.ts'
import { runParley } from './run-parley.ts'
import { scratchFile, scratchPath } from './scratch-file.ts'

const ORDERS = 'assets/samples/orders.json'
const SECRET = 'a-secret-only-the-tests-know'
const folder = mkdtempSync(join(tmpdir(), 'parley-cli-record-'))
let engine: RunningEngine

beforeAll(async () => {
  engine = await startEngine({ dataFolder: folder, keys: new Map([['ci', [SECRET]]]), logLevel: 'silent' })
})

afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

const withEngine = (...args: string[]) =>
  runParley([...args, '--engine', engine.url, '--key-env', 'PARLEY_KEY'], { PARLEY_KEY: `ci:${SECRET}` })

async function say(contact: string, text: string): Promise<void> {
  const body = JSON.stringify({ id: `${contact}-${text.replaceAll(' ', '')}`, text })
  const response = await fetch(`${engine.url}/v1/bots/bot_orders/conversations/${contact}/messages`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-parley-key': 'ci',
      'x-signature': signRequest(SECRET, Date.now() / 1000, body),
    },
  })
  expect(response.status).toBe(200)
}

test('what customers said on an engine shows which versions change their conversations (issue 5, point 7)', async () => {
  expect(await withEngine('publish', ORDERS, '--activate')).toMatchObject({ code: 0 })
  for (const text of ['Hi', 'Nothing today']) await say('+5571999887766', text)
  for (const text of ['Hi', '1', '2 to ana@shop.example']) await say('ben', text)
  const out = scratchPath('recordings.json')
  expect(await withEngine('record', ORDERS, '--out', out)).toEqual({
    code: 0,
    out: `2 conversations of 2 people: ${out}`,
    err: '',
  })
  expect(readFileSync(out, 'utf8')).not.toMatch(/5571999887766|ben"|ana@shop/)
  const changed = readFileSync(ORDERS, 'utf8').replace('See you soon!', 'Come back soon!')
  const after = scratchFile('after.json', changed)
  const said = await runParley(['diff', ORDERS, after, '--recordings', out])
  expect(said.code).toBe(0)
  expect(said.out).toMatch(/changed {2}.* Hi › Nothing today/)
  expect(said.out).toContain('Orders: Come back soon!')
  expect(said.out).toContain('1 of 2 conversations change')
  expect(await runParley(['test', ORDERS, '--recordings', out])).toMatchObject({
    code: 0,
    out: '2 passed, 0 failed',
  })
  expect(await runParley(['test', after, '--recordings', out])).toMatchObject({ code: 1 })
  const wrong = await runParley(['test', ORDERS, '--recordings', ORDERS])
  expect(wrong).toMatchObject({ code: 3, err: expect.stringContaining('does not say that it holds') })
})

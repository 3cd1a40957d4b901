import { expect, test } from 'vitest'
import { readConfig } from '../../../src-engine/config.ts'
import { settingsInWords } from '../../../src-engine/operations/settings-in-words.ts'
import { signRequest } from '../../../src-shared/publish/sign-request.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { putToWork, scratchEngine } from './scratch-engine.ts'
import { say } from './signed-call.ts'
import { KEY_ID, SECRET } from './test-key.ts'

async function figures(url: string): Promise<string> {
  const headers = { 'x-parley-key': KEY_ID, 'x-signature': signRequest(SECRET, Date.now() / 1000, '') }
  const answer = await fetch(`${url}/v1/metrics`, { headers })
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=/)
  return answer.text()
}

test('what was done and what waits is counted, and nobody is named', async () => {
  const engine = await scratchEngine()
  await putToWork(engine.url, countingBot())
  for (const id of ['a', 'b'])
    await say(engine.url, { bot: COUNTING_BOT, contact: 'anna-4711' }, { id, text: 'x' })
  const text = await figures(engine.url)
  expect(text).toContain(`parley_turns_total{bot="${COUNTING_BOT}",outcome="answered",error="false"} 2`)
  expect(text).toContain('parley_waiting{what="inputs"} 0')
  expect(text).toMatch(
    /parley_http_request_seconds_count\{method="POST",route="\/v1\/bots\/:bot\/conversations\/:contact\/messages",status="200"\} 2/,
  )
  expect(text).not.toContain('4711')
  expect((await fetch(`${engine.url}/v1/metrics`)).status).toBe(401)
  expect(await (await fetch(`${engine.url}/ready`)).json()).toEqual({ status: 'ok' })
})

test('an engine says with what it was started, and no secret of it', () => {
  const env = {
    DATABASE_URL: 'postgres://parley:pass-word@db.example.org:5433/bots',
    PARLEY_ENGINE_KEY: 'first:a-secret-of-this-test',
    PARLEY_ENGINE_SEAL_KEY: `seal-1:${Buffer.alloc(32, 9).toString('base64url')}`,
    PARLEY_SECRET_CRM: 'another-secret',
    PARLEY_ENGINE_DESK_URL: 'https://desk.example.org/in?token=third-secret',
    PARLEY_ENGINE_DESK_SECRET: 'fourth-secret',
  }
  const config = readConfig(env)
  if (!config.ok) throw new Error(config.message)
  const said = settingsInWords(config.value)
  expect(said).toMatch(/Data +PostgreSQL, db\.example\.org:5433\/bots\n/)
  expect(said).toMatch(/Secret variables +CRM\n/)
  expect(said).toMatch(/Agent desk +desk\.example\.org\n/)
  expect(said).not.toMatch(/pass-word|secret-of|another|third|fourth|CQkJCQ/)
})

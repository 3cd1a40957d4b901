import { expect, test } from 'vitest'
import { createLiveClient } from '../../../src-shared/publish/live-client.ts'
import { integration } from '../renderer/integrations/integration.ts'

type Asked = Readonly<{ method: string; path: string; body: string | null }>

/** A client of an engine that gives these answers in turn, and what it was asked. */
function clientOf(...answers: readonly (readonly [number, unknown])[]) {
  const asked: Asked[] = []
  const client = createLiveClient({
    ...{ url: 'https://engine.example', keyId: 'k', key: 'a-key-of-the-tests', now: () => 1 },
    send: async ({ method, url, body }) => {
      const [status, answer] = answers[asked.length] ?? [500, {}]
      asked.push({ method, path: url.replace('https://engine.example', ''), body })
      return { status, body: JSON.stringify(answer) }
    },
  })
  return { client, asked }
}

test('integrations are verified, kept, paused and removed at the addresses of the protocol (IMI-03, IMI-06)', async () => {
  const { client, asked } = clientOf(
    ...[[200, { proof: 'p', goodUntil: 2, durationMs: 3 }] as const],
    ...[[201, { ...integration(), incomingUrl: 'https://engine.example/hooks' }] as const],
    ...[[200, integration({ state: 'paused' })] as const, [200, { incomingUrl: 'https://new' }] as const],
    [200, { gone: true }],
  )
  await client.verifyIntegration({ platform: 'other', integration: 'int_1' })
  const added = await client.addIntegration({
    ...{ platform: 'other', name: 'CRM bot', url: 'https://bot.example', proof: 'p' },
    failureUnit: 'attempt',
  })
  expect(added).toMatchObject({ ok: true, value: { incomingUrl: 'https://engine.example/hooks' } })
  expect(await client.pauseIntegration('int_1', true)).toMatchObject({ ok: true, value: { state: 'paused' } })
  expect(await client.renewAddress('int_1')).toEqual({ ok: true, value: 'https://new' })
  expect(await client.removeIntegration('int_1')).toEqual({ ok: true, value: null })
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /v1/integrations/verify',
    'POST /v1/integrations',
    'POST /v1/integrations/int_1/pause',
    'POST /v1/integrations/int_1/address',
    'DELETE /v1/integrations/int_1',
  ])
})

test('dead letters are told again one by one or all at once', async () => {
  const { client, asked } = clientOf([200, { replayed: 1 }], [200, { replayed: 4 }])
  expect(await client.replayEvents('int_1', [7])).toEqual({ ok: true, value: 1 })
  expect(await client.replayEvents('int_1', null)).toEqual({ ok: true, value: 4 })
  expect(asked.map(({ body }) => body)).toEqual(['{"events":[7]}', '{}'])
})

test('what the engine refuses keeps its reason', async () => {
  const refusal = { code: 'integration/refused', message: 'It could not be verified. TIMEOUT: nothing came.' }
  const { client } = clientOf([422, { type: 'about:blank', title: 'x', status: 422, ...refusal }])
  expect(await client.verifyIntegration({ platform: 'own' })).toMatchObject({ ok: false, ...refusal })
})

import { expect, test } from 'vitest'
import type { AuditPage } from '../../../src-shared/publish/audit-protocol.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { openData } from './scratch-data.ts'
import { putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { signedCall } from './signed-call.ts'

async function page(url: string, query: string): Promise<AuditPage> {
  const { status, json } = await signedCall(url, { path: `/v1/audit?${query}` })
  expect(status).toBe(200)
  return json as unknown as AuditPage
}

const actionsOf = ({ entries }: AuditPage) => entries.map(({ action }) => action)

test('the log is looked through by page and filter, and a row changed by hand is named (requirements.md NHN-143)', async () => {
  const dataFolder = scratchFolder()
  const engine = await scratchEngine({ dataFolder })
  await putToWork(engine.url, countingBot())
  const body = { contact: 'anna', reason: 'a letter' }
  for (const path of ['/v1/contacts/erase', '/v1/contacts/erase'])
    await signedCall(engine.url, { path, body })
  const all = await page(engine.url, '')
  expect(actionsOf(all)).toEqual(['contact.erase', 'contact.erase', 'activate', 'publish'])
  expect(all).toMatchObject({
    before: null,
    entries: [{ key: 'tests', detail: { reason: 'a letter' } }, {}, {}, {}],
  })
  const first = await page(engine.url, 'limit=3')
  expect(actionsOf(await page(engine.url, `limit=3&before=${first.before}`))).toEqual(['publish'])
  expect(actionsOf(await page(engine.url, 'action=contact.'))).toEqual(['contact.erase', 'contact.erase'])
  expect(actionsOf(await page(engine.url, `bot=${COUNTING_BOT}&action=publish&key=tests`))).toEqual([
    'publish',
  ])
  expect(actionsOf(await page(engine.url, `since=${Date.now() + 60_000}`))).toEqual([])
  expect(actionsOf(await page(engine.url, `until=${Date.now() + 60_000}&key=nobody`))).toEqual([])
  const path = '/v1/audit/verification'
  expect((await signedCall(engine.url, { path })).json).toMatchObject({ entries: 4, broken: null })
  await engine.close()
  const { db, exec, dropGuard } = await openData(dataFolder)
  await dropGuard('audit_stays', 'audit')
  const changed = all.entries[1]?.id ?? 0
  await exec(`update audit set key = 'somebody' where id = ${changed}`)
  await db.close()
  const again = await scratchEngine({ dataFolder })
  expect((await signedCall(again.url, { path })).json).toMatchObject({ entries: 3, broken: changed })
})

test('what people did in designers is written down once, at the engine’s time, for bots it has (NHN-143)', async () => {
  const engine = await scratchEngine()
  await putToWork(engine.url, countingBot())
  const event = (id: string, bot: string = COUNTING_BOT) => ({
    ...{ id: id.repeat(32), bot, action: 'save', version: '0.1', detail: { note: 'first' } },
    ...{ actor: 'Ana', at: 1000 },
  })
  const tell = (...events: object[]) => signedCall(engine.url, { path: '/v1/audit/events', body: { events } })
  expect((await tell(event('a'), event('a'), event('b'))).json).toEqual({ taken: 2 })
  expect((await tell(event('b'), event('c'))).json).toEqual({ taken: 1 })
  expect((await tell(event('d'), event('e', 'bot_elsewhere'))).json).toMatchObject({ code: 'bot/not-found' })
  expect((await tell({ ...event('f'), action: 'key.add' })).status).toBe(400)
  const told = await page(engine.url, 'action=designer.')
  expect(actionsOf(told)).toEqual(['designer.save', 'designer.save', 'designer.save'])
  expect(told.entries[2]).toMatchObject({
    ...{ key: 'tests', bot: COUNTING_BOT, version: '0.1' },
    detail: { note: 'first', actor: 'Ana', madeAt: 1000, event: 'a'.repeat(32) },
  })
  expect(told.entries[2]?.at).toBeGreaterThan(1000)
  const path = '/v1/audit/verification'
  expect((await signedCall(engine.url, { path })).json).toMatchObject({ broken: null })
})

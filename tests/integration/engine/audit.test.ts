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

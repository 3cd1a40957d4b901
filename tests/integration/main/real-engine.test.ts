import { expect, onTestFinished, test } from 'vitest'
import { startEngine } from '../../../src-engine/start-engine.ts'
import { saveBotVersion } from '../../../src-main/library/save-version.ts'
import { appendEdit } from '../../../src-main/store/append-edit.ts'
import { eventsToTell, noteExport } from '../../../src-main/store/designer-events.ts'
import { lastSeq } from '../../../src-main/store/log.ts'
import { readVersions } from '../../../src-main/store/versions.ts'
import { ChangeSet } from '../../../src-shared/edit/changes.ts'
import { BOT, blockId } from '../store/chain-bot.ts'
import { editorOf, NOW, value } from '../store/scratch-library.ts'
import { scratchFolder } from './handler-host.ts'
import { publishingBench } from './publishing-bench.ts'
import { KEY } from './scripted-engine.ts'

test('the same life of a version on the real engine: published, active as 1, deactivated, active again (KAL-12 to KAL-16)', async () => {
  const { bench, id } = await ready()
  const step = stepper(bench, id)
  expect(await step('publish')).toEqual({ '0.1': 'published' })
  expect(await step('publish')).toEqual({ '0.1': 'published' })
  expect(await step('activate')).toEqual({ '0.1': 'published', 1: 'active' })
  expect(await step('deactivate', { version: '1', reason: 'over' })).toEqual({
    '0.1': 'published',
    1: 'deactivated',
  })
  expect(await step('activate', { version: '1' })).toEqual({ '0.1': 'published', 1: 'active' })
  expect(value(await bench.handlers['publish.status']({ bot: BOT, engine: id }))).toMatchObject({
    active: '1',
  })
})

test('a part meets a version first: staged, for more, taken back, put to test (KAL-14)', async () => {
  const { bench, id } = await ready()
  const step = stepper(bench, id)
  await step('publish')
  await step('activate')
  saveAnother(bench)
  const staging = { percent: 10, rollBackAt: { errorPercent: 5, conversations: 20 } }
  expect(await bench.start(id, 'stage', { version: '1.1', staging })).toMatchObject({
    ok: false,
    code: 'lifecycle/not-published',
  })
  await step('publish', { version: '1.1' })
  expect(await step('stage', { version: '1.1', staging })).toMatchObject({
    '1': 'active',
    '1.1': 'published',
  })
  const at = { bot: BOT, engine: id }
  const { stage } = value(await bench.handlers['publish.status'](at)) ?? {}
  expect(stage).toMatchObject({ version: '1.1', ...staging, conversations: 0, failed: 0 })
  const more = { ...staging, percent: 50, version: '1.1', expectedActive: '1', expectedStaged: '1.1' }
  expect(value(await bench.handlers['live.stage']({ ...at, stage: more })).stage?.percent).toBe(50)
  const back = { expectedStaged: '1.1', reason: 'people are lost', conversations: 'finish' } as const
  expect(value(await bench.handlers['live.rollBack']({ ...at, rollBack: back })).stage).toBeNull()
  expect(await bench.handlers['live.rollBack']({ ...at, rollBack: back })).toMatchObject({ ok: false })
  const promote = { version: '1.1', expected: null }
  expect(value(await bench.handlers['live.promoteToTest']({ ...at, promote })).environments).toEqual({
    ...{ draft: '1.1', test: '1.1', live: '1' },
  })
})

test('engines are told what people did here, once and when they can be reached (NHN-143)', async () => {
  const { bench, engine, id } = await ready()
  const step = stepper(bench, id)
  const told = async () => {
    const page = value(
      await bench.handlers['audit.page']({ engine: id, filter: { action: 'designer.' }, before: null }),
    )
    return page.entries.map(({ action, version, detail }) => `${action} ${version} ${detail.actor}`)
  }
  noteExport(bench.db, { bot: BOT, format: 'package', actor: 'Ana', at: NOW })
  await step('publish')
  const first = ['designer.publish 0.1 Designer', 'designer.export  Ana', 'designer.save 0.1 Tester']
  await expect.poll(told).toEqual(first)
  value(await bench.handlers['engines.test']({ id }))
  await step('activate')
  await expect.poll(told).toEqual(['designer.activate 0.1 Designer', ...first])
  expect(eventsToTell(bench.db, id)).toEqual([])
  expect(value(await bench.handlers['audit.verify']({ engine: id })).broken).toBeNull()

  await engine.close()
  noteExport(bench.db, { bot: BOT, format: 'html', actor: 'Ana', at: NOW })
  expect(await bench.handlers['engines.test']({ id })).toMatchObject({ ok: false })
  expect(eventsToTell(bench.db, id)).toMatchObject([{ action: 'export', detail: { format: 'html' } }])
})

async function ready() {
  const keys = new Map([['k1', [KEY]]])
  const engine = await startEngine({ dataFolder: scratchFolder(), keys, logLevel: 'silent', now: () => NOW })
  onTestFinished(() => engine.close())
  const bench = publishingBench()
  return { bench, engine, id: await bench.addEngine(engine.url) }
}

type Bench = ReturnType<typeof publishingBench>

/** Carries a wish out and answers the states of all versions then. */
function stepper(bench: Bench, id: string) {
  return async (...wish: [Parameters<Bench['start']>[1], Parameters<Bench['start']>[2]?]) => {
    const job = value(await bench.start(id, ...wish))
    await bench.reached(job.id, 'done', 'failed')
    expect(bench.job(job.id).fault).toBeNull()
    return Object.fromEntries(readVersions(bench.db, BOT).map(({ version, state }) => [version, state]))
  }
}

/** Another greeting, saved as a version. */
function saveAnother({ db }: Bench): void {
  const { editor, edits } = editorOf(db, BOT)
  const before = [...editor.document.all('block')].find(({ id }) => id === blockId(1))
  if (!before) throw new Error('The chain has a first message.')
  const after = { ...before, data: { ...before.data, text: { en: 'Welcome.' } } }
  value(editor.commit(new ChangeSet(editor.document).put(after).done(), { key: 'test' }))
  for (const edit of edits) value(appendEdit(db, BOT, edit))
  const seq = lastSeq(db, BOT) ?? 0
  value(saveBotVersion(db, { bot: BOT, seq, note: '', actor: 'Tester', at: NOW }))
}

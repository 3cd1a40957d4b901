import { describe, expect, test } from 'vitest'

import { saveBotVersion } from '../../../src-main/library/save-version.ts'
import { EventCourier } from '../../../src-main/publishing/event-courier.ts'
import { sendOverHttp } from '../../../src-main/publishing/send-over-http.ts'
import { appendEdit } from '../../../src-main/store/append-edit.ts'
import { eventsToTell, noteExport } from '../../../src-main/store/designer-events.ts'
import { readHistory } from '../../../src-main/store/history.ts'
import { readVersions } from '../../../src-main/store/versions.ts'
import type { TestcaseId } from '../../../src-shared/document/ids.ts'
import type { TestcaseRecord } from '../../../src-shared/document/testcase.ts'
import { ChangeSet } from '../../../src-shared/edit/changes.ts'
import { deleteSelection } from '../../../src-shared/edit/delete-selection.ts'
import { addExpectation, newTestcase } from '../../../src-shared/edit/edit-test.ts'
import { ok } from '../../../src-shared/kit/result.ts'
import { sha256Hex } from '../../../src-shared/kit/sha256.ts'
import type { Send } from '../../../src-shared/publish/publish-client.ts'
import { BOT, blockId } from '../store/chain-bot.ts'
import { editorOf, NOW, value } from '../store/scratch-library.ts'
import { publishingBench } from './publishing-bench.ts'
import { type Mishap, scriptedEngine } from './scripted-engine.ts'

async function ready() {
  const engine = await scriptedEngine()
  // Only an answer that never comes is not waited for: on a busy machine every answer is late.
  const send: Send = request =>
    sendOverHttp(engine.mishaps[0] === 'hang' ? { ...request, timeoutMs: 300 } : request)
  const bench = publishingBench({ send })
  return { engine, bench, id: await bench.addEngine(engine.url) }
}

async function done(
  bench: ReturnType<typeof publishingBench>,
  started: Awaited<ReturnType<typeof bench.start>>,
): Promise<string> {
  const { id } = value(started)
  await bench.reached(id, 'done', 'failed')
  expect(bench.job(id)).toMatchObject({ state: 'done', fault: null, progress: 1 })
  return id
}

function states(bench: ReturnType<typeof publishingBench>) {
  return Object.fromEntries(readVersions(bench.db, BOT).map(({ version, state }) => [version, state]))
}

describe('publish, activate, deactivate (KAL-12, KAL-14, KAL-15, KAL-16)', () => {
  test('a version goes up whole and signed, and every step is mirrored with its history (KAL-18)', async () => {
    const { engine, bench, id } = await ready()
    await done(bench, await bench.start(id, 'publish'))
    const [put] = engine.requests as [
      (typeof engine.requests)[0] & { body: { hash: string; bundle: string; name: string; note: string } },
    ]
    expect(put).toMatchObject({
      method: 'PUT',
      path: `/v1/bots/${BOT}/versions/0.1`,
      signed: true,
      body: { name: 'Chain', note: 'first' },
    })
    expect(sha256Hex(put.body.bundle)).toBe(put.body.hash)
    expect(states(bench)).toEqual({ '0.1': 'published' })

    await done(bench, await bench.start(id, 'activate'))
    expect(engine.requests.at(-1)?.body).toEqual({ version: '0.1', expectedActive: null })
    expect(states(bench)).toEqual({ '0.1': 'published', 1: 'active' })
    expect(readVersions(bench.db, BOT)[1]).toMatchObject({ version: '1', derivedFrom: '0.1', seq: 0 })

    await done(
      bench,
      await bench.start(id, 'deactivate', {
        version: '1',
        reason: 'The campaign is over.',
        conversations: 'end',
        message: 'Bye',
      }),
    )
    expect(engine.requests.at(-1)?.body).toEqual({
      reason: 'The campaign is over.',
      conversations: 'end',
      message: 'Bye',
    })
    expect(states(bench)).toEqual({ '0.1': 'published', 1: 'deactivated' })
    expect(
      readHistory(bench.db, BOT).map(({ version, fromState, toState, reason }) => [
        version,
        fromState,
        toState,
        reason,
      ]),
    ).toEqual([
      ['0.1', 'in_progress', 'drafted', 'first'],
      ['0.1', 'drafted', 'published', ''],
      ['1', 'published', 'active', ''],
      ['1', 'active', 'deactivated', 'The campaign is over.'],
    ])

    await done(bench, await bench.start(id, 'activate', { version: '1' }))
    expect(states(bench)).toEqual({ '0.1': 'published', 1: 'active' })
  })

  test('publish and activate asked for together go in their order', async () => {
    const { engine, bench, id } = await ready()
    const publish = await bench.start(id, 'publish')
    await done(bench, await bench.start(id, 'activate'))
    expect(bench.job(value(publish).id).state).toBe('done')
    expect(engine.requests.map(({ method }) => method)).toEqual(['PUT', 'GET', 'POST'])
  })

  test('progress is told', async () => {
    const { bench, id } = await ready()
    await done(bench, await bench.start(id, 'publish'))
    const told = bench.notices.flatMap(notice =>
      notice.type === 'publishJob' ? [`${notice.job.state} ${notice.job.progress}`] : [],
    )
    expect(told).toEqual(['sending 0', 'sending 1', 'done 1'])
    expect(bench.notices.at(-1)).toEqual({ type: 'versionsChanged', bot: BOT })
  })
})

describe('what is refused before anything is sent', () => {
  test.each([
    ['activate', {}, 'lifecycle/not-published'],
    ['deactivate', { reason: 'x' }, 'lifecycle/not-allowed'],
    ['deactivate', { reason: '  ' }, 'lifecycle/reason-required'],
    ['publish', { version: '7' }, 'store/not-found'],
    ['publish', { engine: 'engine_gone' }, 'store/not-found'],
  ] as const)('%s %j: %s', async (action, changed, code) => {
    const { engine, bench, id } = await ready()
    expect(await bench.start(id, action, changed)).toMatchObject({ ok: false, code })
    expect(engine.requests).toEqual([])
  })

  test('a version with errors, each pointing at its record', async () => {
    const { bench, id } = await ready()
    const { editor, edits } = editorOf(bench.db, BOT)
    value(
      editor.commit(deleteSelection(editor.document, { blocks: [], edges: ['edge_3' as never] }), {
        key: 'test',
      }),
    )
    value(
      editor.commit(deleteSelection(editor.document, { blocks: [blockId(4)], edges: [] }), { key: 'test' }),
    )
    value(editor.undo())
    const menu = {
      ...editor.document.get(blockId(3)),
      kind: 'menu',
      data: {
        prompt: { en: 'x' },
        options: [{ id: 'opt_1', label: { en: 'One' }, synonyms: {} }],
        retry: {},
      },
    }
    value(
      editor.commit(
        { [blockId(3)]: { before: editor.document.get(blockId(3)) ?? null, after: menu as never } } as never,
        { key: 'test' },
      ),
    )
    for (const edit of edits) value(appendEdit(bench.db, BOT, edit))
    value(saveBotVersion(bench.db, { bot: BOT, seq: edits.length, note: '', actor: 'Tester', at: NOW }))
    const refused = await bench.start(id, 'publish', { version: '0.2' })
    expect(refused).toMatchObject({ ok: false, code: 'lifecycle/has-errors' })
    expect(refused.ok ? [] : refused.problems).toContainEqual(
      expect.objectContaining({ pointer: blockId(3) }),
    )
  })
})

describe('an engine that misbehaves', () => {
  const passing: readonly [Mishap, string][] = [
    ['error500', 'engine/bad-answer'],
    ['hang', 'engine/timeout'],
    ['cutOff', 'engine/unreachable'],
    ['notJson', 'engine/bad-answer'],
    ['answerLost', 'engine/unreachable'],
  ]
  test.each(passing)('%s: the job waits, and is done when the engine has recovered', async (mishap, code) => {
    const { engine, bench, id } = await ready()
    engine.mishaps.push(mishap)
    const job = value(await bench.start(id, 'publish'))
    await bench.reached(job.id, 'waiting')
    expect(bench.job(job.id)).toMatchObject({ attempts: 1, fault: { code } })
    expect(states(bench)).toEqual({ '0.1': 'drafted' })
    bench.elapse()
    await bench.reached(job.id, 'done')
    expect(states(bench)).toEqual({ '0.1': 'published' })
  })

  test('the distances between tries grow, up to five minutes', async () => {
    const { engine, bench, id } = await ready()
    engine.mishaps.push(...Array.from({ length: 9 }, () => 'error500' as const))
    const job = value(await bench.start(id, 'publish'))
    const waits: number[] = []
    for (let round = 0; round < 9; round++) {
      await bench.reached(job.id, 'waiting')
      waits.push(...bench.elapse())
    }
    await bench.reached(job.id, 'done')
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000])
    expect(bench.job(job.id).attempts).toBe(10)
  })

  test('problems are shown at their blocks, and the job has failed until somebody retries it', async () => {
    const { engine, bench, id } = await ready()
    engine.mishaps.push('problems')
    const job = value(await bench.start(id, 'publish'))
    await bench.reached(job.id, 'failed')
    expect(bench.job(job.id).fault).toMatchObject({
      code: 'engine/problems',
      problems: [{ pointer: 'block_1' }, { pointer: 'block_2' }],
    })
    expect(bench.elapse()).toEqual([])
    value(await bench.handlers['publish.retry']({ id: job.id }))
    await bench.reached(job.id, 'done')
  })

  test('an activation whose answer was lost does not mint a second number (D-01)', async () => {
    const { engine, bench, id } = await ready()
    await done(bench, await bench.start(id, 'publish'))
    // The first request of an activation asks for the status; the second is the activation itself.
    engine.mishaps.push('none', 'answerLost')
    const job = value(await bench.start(id, 'activate'))
    await bench.reached(job.id, 'waiting')
    expect(engine.status().active).toBe('1')
    expect(states(bench)).toEqual({ '0.1': 'published' })
    bench.elapse()
    await bench.reached(job.id, 'done')
    expect(engine.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
    expect(engine.status().versions.map(({ version }) => version)).toEqual(['0.1', '1'])
    expect(states(bench)).toEqual({ '0.1': 'published', 1: 'active' })
  })

  test('jobs behind one that waits do not overtake it', async () => {
    const { engine, bench, id } = await ready()
    engine.mishaps.push('error500', 'error500', 'error500')
    const publish = value(await bench.start(id, 'publish'))
    await bench.reached(publish.id, 'waiting')
    const activate = value(await bench.start(id, 'activate'))
    await bench.reached(publish.id, 'waiting')
    expect(bench.job(activate.id)).toMatchObject({ state: 'waiting', attempts: 0 })
    bench.elapse()
    await bench.reached(publish.id, 'waiting')
    bench.elapse()
    await bench.reached(activate.id, 'done')
    expect(states(bench)).toEqual({ '0.1': 'published', 1: 'active' })
  })

  test('what waits is sent after a restart, also what was under way when the program ended', async () => {
    const { engine, bench, id } = await ready()
    engine.mishaps.push('error500')
    const job = value(await bench.start(id, 'publish'))
    await bench.reached(job.id, 'waiting')
    bench.queue.stop()
    bench.db.run("update publish_job set state = 'sending'")
    const next = publishingBench({ db: bench.db })
    next.queue.wake()
    await next.reached(job.id, 'done')
    expect(engine.status().versions).toMatchObject([{ version: '0.1', state: 'published' }])
  })

  test('a waiting job can be called off; removing its engine ends it', async () => {
    const { engine, bench, id } = await ready()
    engine.mishaps.push('error500', 'error500')
    const first = value(await bench.start(id, 'publish'))
    await bench.reached(first.id, 'waiting')
    value(await bench.handlers['publish.cancel']({ id: first.id }))
    expect(value(await bench.handlers['publish.jobs']({ bot: BOT }))).toEqual([])
    bench.elapse()
    const second = value(await bench.start(id, 'publish'))
    await bench.reached(second.id, 'waiting')
    value(await bench.handlers['engines.remove']({ id }))
    expect(bench.job(second.id)).toMatchObject({ state: 'failed', fault: { code: 'store/not-found' } })
  })

  test('an engine that is removed while it is answering does no harm', async () => {
    const { engine, bench, id } = await ready()
    const job = value(await bench.start(id, 'publish'))
    value(await bench.handlers['engines.remove']({ id }))
    await bench.reached(job.id, 'done')
    expect(engine.requests).toHaveLength(1)
    expect(states(bench)).toEqual({ '0.1': 'drafted' })
  })

  test('an engine nobody listens at leaves the job waiting (offline)', async () => {
    const bench = publishingBench()
    const id = await bench.addEngine('http://127.0.0.1:9')
    const job = value(await bench.start(id, 'publish'))
    await bench.reached(job.id, 'waiting')
    expect(bench.job(job.id).fault).toMatchObject({ code: 'engine/unreachable' })
  })
})

test('a library that is closed while an engine is told of events is left alone, and it is told again', async () => {
  const { bench, id } = await ready()
  await done(bench, await bench.start(id, 'publish'))
  const left = () => eventsToTell(bench.db, id).map(({ action }) => action)
  await expect.poll(left).toEqual([])
  noteExport(bench.db, { bot: BOT, format: 'html', actor: 'Ana', at: NOW })
  const nobody = () => Promise.reject(new Error('nobody asks'))
  const logged: unknown[] = []
  const tell = async () => {
    courier.stop()
    return ok(1)
  }
  const courier = new EventCourier({
    db: bench.db,
    clientFor: async () => ok({ page: nobody, verify: nobody, tell }),
    log: error => logged.push(error),
  })
  await courier.tell(id)
  expect(left()).toEqual(['export'])
  expect(logged).toEqual([])
})

test('the test of an engine answers who it is; the status of a bot that was never published is null', async () => {
  const { bench, id } = await ready()
  expect(value(await bench.handlers['engines.test']({ id }))).toMatchObject({
    engine: 'scripted',
    account: '1',
  })
  expect(value(await bench.handlers['publish.status']({ bot: BOT, engine: id }))).toBeNull()
})

describe('tests are played before every publish (issue 5, point 6)', () => {
  const broken: TestcaseRecord = {
    ...newTestcase({
      id: 'test_a' as TestcaseId,
      name: 'A greeting',
      at: 0,
      input: { type: 'message', text: 'Hi' },
    }),
  }
  const expecting = (text: string): TestcaseRecord => addExpectation(broken, 0, { is: 'message', text })

  function put(bench: ReturnType<typeof publishingBench>, record: TestcaseRecord): void {
    const { editor, edits } = editorOf(bench.db, BOT)
    value(editor.commit(new ChangeSet(editor.document).put(record).done(), { key: 'test' }))
    for (const edit of edits) value(appendEdit(bench.db, BOT, edit))
  }

  test('one that fails keeps the version back, until a reason is given: it is in the note and in the history', async () => {
    const { engine, bench, id } = await ready()
    put(bench, expecting('never said'))
    const refused = await bench.start(id, 'publish')
    expect(refused).toMatchObject({ ok: false, code: 'lifecycle/tests-failed' })
    expect(refused.ok ? [] : refused.problems).toMatchObject([{ message: 'A greeting', pointer: 'test_a' }])
    expect(engine.requests.filter(({ method }) => method === 'PUT')).toEqual([])
    await done(bench, await bench.start(id, 'publish', { reason: 'The test is mended next week.' }))
    const put_ = engine.requests.find(({ method }) => method === 'PUT')
    expect(put_?.body).toMatchObject({ note: 'first\nThe test is mended next week.' })
    expect(readHistory(bench.db, BOT).at(-1)).toMatchObject({
      toState: 'published',
      reason: 'The test is mended next week.',
    })
  })

  test('tests that pass hinder nothing, and a mended test counts for a version of the same content', async () => {
    const { bench, id } = await ready()
    put(bench, expecting('never said'))
    put(bench, broken)
    await done(bench, await bench.start(id, 'publish'))
  })
})

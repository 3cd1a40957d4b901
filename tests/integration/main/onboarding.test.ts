import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { saveBotVersion } from '../../../src-main/library/save-version.ts'
import { appendEdit } from '../../../src-main/store/append-edit.ts'
import { duplicateBot } from '../../../src-main/store/bots.ts'
import { readRecords } from '../../../src-main/store/content.ts'
import { lastSeq } from '../../../src-main/store/log.ts'
import { putFile, readFileBytes } from '../../../src-main/store/media.ts'
import { documentToJson } from '../../../src-shared/blocks/parse-document.ts'
import type { BotId } from '../../../src-shared/document/ids.ts'
import { changeSettings } from '../../../src-shared/edit/change-settings.ts'
import type { Changes } from '../../../src-shared/edit/edit.ts'
import type { Result } from '../../../src-shared/kit/result.ts'
import { changeTask } from '../../../src-shared/onboarding/change-task.ts'
import { checklistOf } from '../../../src-shared/onboarding/checklist.ts'
import { bundleOf } from '../../../src-shared/publish/bundle.ts'
import { sentFiles } from '../../../src-shared/publish/sent-files.ts'
import { does, whatsAppBot } from '../../unit/onboarding/calling-bot.ts'
import { BOT } from '../store/chain-bot.ts'
import { editorOf, NOW, scratchLibrary, value } from '../store/scratch-library.ts'
import { handlersFor, scratchFolder } from './handler-host.ts'
import { publishingBench } from './publishing-bench.ts'
import { scriptedEngine } from './scripted-engine.ts'

async function whatsAppChain() {
  const engine = await scriptedEngine()
  const bench = publishingBench()
  const id = await bench.addEngine(engine.url)
  const { editor, edits } = editorOf(bench.db, BOT)
  const commit = (changes: Result<Changes>) => {
    value(editor.commit(value(changes), { key: 'test' }))
    for (const edit of edits.splice(0)) value(appendEdit(bench.db, BOT, edit))
  }
  commit(changeSettings(editor.document, settings => ({ ...settings, channels: ['whatsapp'] })))
  value(
    saveBotVersion(bench.db, {
      ...{ bot: BOT, seq: lastSeq(bench.db, BOT) ?? 0, note: '', actor: 'Tester', at: NOW },
    }),
  )
  const start = (action: 'publish' | 'activate') => bench.start(id, action, { version: '0.2' })
  const reachesEnd = async (action: 'publish' | 'activate') => {
    const job = value(await start(action))
    await bench.reached(job.id, 'done', 'failed')
    return bench.job(job.id).state
  }
  return { engine, bench, editor, commit, start, reachesEnd }
}

test('KAL-01, KAL-02: activation waits for the steps of WhatsApp, publishing does not; done later, no new version is needed', async () => {
  const { engine, editor, commit, start, reachesEnd } = await whatsAppChain()
  expect(await reachesEnd('publish')).toBe('done')
  const sent = engine.requests.length
  const refused = await start('activate')
  expect(refused).toMatchObject({
    ok: false,
    code: 'lifecycle/steps-open',
    problems: [
      { code: 'onboarding/kyc-not-approved', message: 'KYC: to do.' },
      { code: 'onboarding/channel-not-activated' },
      { message: 'Link WABA ID: to do.' },
      { message: 'Opt-in protocol: to do.' },
    ],
  })
  expect(engine.requests).toHaveLength(sent)
  for (const item of checklistOf(editor.document))
    commit(changeTask(editor.document, item, { state: item.step === 'kyc' ? 'in-review' : 'done' }))
  expect(await start('activate')).toMatchObject({ problems: [{ message: 'KYC: in review.' }] })
  const [kyc] = checklistOf(editor.document)
  if (kyc) commit(changeTask(editor.document, kyc, { state: 'done' }))
  expect(await reachesEnd('activate')).toBe('done')
})

test('KAL-01 E: a duplicate begins with the KYC of the organisation, and its own steps to do', async () => {
  const { bench, editor, commit } = await whatsAppChain()
  for (const item of checklistOf(editor.document))
    commit(changeTask(editor.document, item, { state: 'done' }))
  const copy = value(duplicateBot(bench.db, BOT, { at: NOW, newId: () => 'copy', name: 'Copy' }))
  const tasks = readRecords(bench.db, copy).flatMap(record => (record.type === 'task' ? [record.step] : []))
  expect(tasks).toEqual(['kyc'])
})

test('evidence travels in packages, and neither in what engines get nor in the content of a version', async () => {
  const path = join(scratchFolder(), 'bot.parley')
  const here = scratchLibrary()
  const document = whatsAppBot().document()
  const { hash: before } = bundleOf(document)
  const png = new Uint8Array(readFileSync('docs/pictures/library.png'))
  const { hash, mime, size } = value(putFile(here, png, 1))
  const [kyc] = checklistOf(document)
  if (kyc) does(document, changeTask(document, kyc, { evidence: { name: 'proof.png', mime, size, hash } }))
  expect([sentFiles(document), bundleOf(document).hash]).toEqual([[], before])
  const sender = handlersFor({ db: here, askSaveFile: async () => path })
  const bot = value(await sender['library.create']({ records: [...documentToJson(document).records] }))
  value(await sender['package.export']({ bot }))
  const there = scratchLibrary()
  const receiver = handlersFor({ db: there, askOpenFile: async () => path })
  expect(value(await receiver['package.import'](undefined))).toBe(bot as BotId)
  expect(readFileBytes(there, hash)?.bytes).toHaveLength(png.length)
})

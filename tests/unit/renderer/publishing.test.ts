import { describe, expect, test } from 'vitest'
import { nextSteps } from '../../../src-renderer/live/next-steps.ts'
import { engineProblems } from '../../../src-renderer/versions/engine-account-problem.ts'
import { jobPhase } from '../../../src-renderer/versions/job-phase.ts'
import { planWords } from '../../../src-renderer/versions/plan-words.ts'
import { pointedRecord } from '../../../src-renderer/versions/pointed-record.ts'
import { type Choice, mayStage, publishPlan } from '../../../src-renderer/versions/publish-plan.ts'
import { draftOfStage, FIRST_STAGE, stagingOf } from '../../../src-renderer/versions/stage-draft.ts'
import { versionActions } from '../../../src-renderer/versions/version-actions.ts'
import { workingState } from '../../../src-renderer/versions/working-state.ts'
import type { BotId } from '../../../src-shared/document/ids.ts'
import type { StoredVersion } from '../../../src-shared/ipc/contract.ts'
import { nextState, VERSION_STATES } from '../../../src-shared/lifecycle/lifecycle.ts'
import type { BotStatus } from '../../../src-shared/publish/protocol.ts'
import { loadBot } from '../../data/recording/conversation.ts'

function version(number: string, hash: string, state: StoredVersion['state'] = 'drafted'): StoredVersion {
  return { version: number, hash, state, derivedFrom: null, note: '', actor: 'Ana', at: 0 }
}

function onEngine(...versions: readonly StoredVersion[]): BotStatus {
  const active = versions.find(({ state }) => state === 'active')?.version ?? null
  return { bot: 'bot_1' as BotId, name: 'Bot', active, chatUrl: '', versions: [...versions] }
}

const working: Choice = { type: 'working' }
const chosen = (number: string): Choice => ({ type: 'version', version: number })

describe('the bot as it is now against its versions (D-02)', () => {
  test('is unsaved, unknown, the same or changed; the next number follows the newest', () => {
    expect(workingState([], 'a')).toEqual({ state: 'unsaved', newest: null, next: '0.1' })
    const list = [version('0.9', 'a'), version('0.10', 'b')]
    expect(workingState(list, null)).toMatchObject({ state: 'unknown', next: '0.11' })
    expect(workingState(list, 'b').state).toBe('same')
    expect(workingState(list, 'a').state).toBe('changed')
    expect(workingState([version('1', 'a')], 'b').next).toBe('1.1')
  })
})

describe('what publishing will do (KAL-12, KAL-14)', () => {
  const list = [version('0.1', 'a'), version('0.2', 'b')]

  test('an unsaved bot is saved and published in one step', () => {
    const plan = publishPlan({ versions: list, choice: working, activate: false, onEngine: null })
    expect(plan).toEqual({
      ...{ version: '0.3', saves: true, publishes: true },
      ...{ activates: null, stages: null, nothing: null },
    })
    expect(planWords(plan)).toBe('savePublish')
  })

  test('activating decimals goes live under the next whole number, in the place of the active one', () => {
    const there = onEngine(version('0.1', 'a', 'deactivated'), version('1', 'a', 'active'))
    const plan = publishPlan({
      versions: [...list, version('1', 'a', 'active'), version('1.1', 'c')],
      choice: chosen('1.1'),
      activate: true,
      onEngine: there,
    })
    expect(plan).toMatchObject({ publishes: true, activates: { as: '2', replaces: '1' } })
    expect(planWords(plan)).toBe('publishActivate')
  })

  test('what is there already is not sent again; a deactivated whole number keeps it (KAL-15)', () => {
    const there = onEngine(version('1', 'b', 'deactivated'))
    const versions = [...list, version('1', 'b', 'deactivated')]
    const plan = publishPlan({ versions, choice: chosen('1'), activate: true, onEngine: there })
    expect(plan).toMatchObject({ publishes: false, activates: { as: '1', replaces: null } })
    expect(planWords(plan)).toBe('activate')
  })

  test('going back to an older whole number gives a new one', () => {
    const versions = [version('1', 'a', 'deactivated'), version('2', 'b', 'active')]
    const plan = publishPlan({
      versions,
      choice: chosen('1'),
      activate: true,
      onEngine: onEngine(...versions),
    })
    expect(plan.activates).toEqual({ as: '3', replaces: '2' })
  })

  test('says when there is nothing to do', () => {
    const versions = [...list, version('1', 'b', 'active')]
    const there = onEngine(version('0.2', 'b', 'published'), version('1', 'b', 'active'))
    const nothing = (choice: Choice, activate: boolean) =>
      publishPlan({ versions, choice, activate, onEngine: there }).nothing
    expect(nothing(chosen('1'), true)).toBe('active')
    expect(nothing(chosen('0.2'), true)).toBe('active')
    expect(
      publishPlan({
        versions: list,
        choice: chosen('0.2'),
        activate: false,
        onEngine: onEngine(version('0.2', 'b', 'published')),
      }).nothing,
    ).toBe('published')
  })

  test('an engine out of reach is taken to have nothing', () => {
    const plan = publishPlan({ versions: list, choice: chosen('0.2'), activate: true, onEngine: undefined })
    expect(plan).toMatchObject({ publishes: true, activates: { as: '1', replaces: null }, nothing: null })
  })
})

describe('who meets a version first', () => {
  const staging = { percent: 10, rollBackAt: null }
  const versions = [version('1', 'a', 'active'), version('1.1', 'b', 'published'), version('1.2', 'c')]
  const ask = (choice: string, there: BotStatus | null) => ({
    ...{ versions, choice: chosen(choice), activate: true, onEngine: there },
  })
  const there = (stage: BotStatus['stage']): BotStatus => ({ ...onEngine(...versions.slice(0, 2)), stage })
  const STAGE = { version: '1.1', percent: 5, since: 0, rollBackAt: null, conversations: 0, failed: 0 }

  test('some meet it beside the active version, in place of what was staged', () => {
    const plan = publishPlan({ ...ask('1.2', there(STAGE)), staging })
    expect(plan).toMatchObject({ publishes: true, activates: null, nothing: null })
    expect(plan.stages).toEqual({ staging, beside: '1', replaces: '1.1' })
    expect(planWords(plan)).toBe('publishStage')
    expect(publishPlan({ ...ask('1.1', there(STAGE)), staging }).stages?.replaces).toBeNull()
  })

  test('needs another active version and an engine that has stages', () => {
    const may = (choice: string, engine: BotStatus | null) =>
      mayStage(publishPlan(ask(choice, engine)), engine)
    expect(may('1.1', there(null))).toBe(true)
    expect(may('1', there(null))).toBe(false)
    expect(may('1.1', onEngine(...versions))).toBe(false)
    expect(may('1.1', null)).toBe(false)
  })

  test('what is typed fits the bounds of the engine, or is nothing', () => {
    expect(stagingOf(FIRST_STAGE)).toEqual({
      percent: 10,
      rollBackAt: { errorPercent: 5, conversations: 50 },
    })
    expect(stagingOf({ ...FIRST_STAGE, isWatched: false, errorPercent: '' })).toEqual(staging)
    for (const wrong of [{ percent: 0 }, { percent: 10.5 }, { percent: '' }, { conversations: '' }])
      expect(stagingOf({ ...FIRST_STAGE, ...wrong })).toBeNull()
    expect(stagingOf(draftOfStage(staging))).toEqual(staging)
  })

  test('goes from draft to test to live, and not where its content is already', () => {
    const at = (draft: string | null, test: string | null) =>
      nextSteps({ ...onEngine(...versions), environments: { draft, test, live: '1' } })
    expect(at('1.1', null)).toEqual({ toTest: '1.1', toLive: null })
    expect(at('1.2', '1.1')).toEqual({ toTest: '1.2', toLive: '1.1' })
    expect(at('1', '1')).toEqual({ toTest: null, toLive: null })
  })
})

describe('what can be asked of a version', () => {
  test.each(VERSION_STATES)(
    'a version that is %s offers nothing the lifecycle refuses everywhere (KAL-18)',
    state => {
      for (const action of versionActions(state)) {
        // Publishing what is live on one engine to another one is that engine's affair.
        if (action === 'publish' && (state === 'active' || state === 'deactivated')) continue
        expect(nextState(state, action).ok).toBe(true)
      }
    },
  )
})

describe('a job as people see it', () => {
  test('waits for its turn, for the engine, or for the passphrase', () => {
    const fault = (code: string) => ({ code, message: '' })
    expect(jobPhase({ state: 'waiting', fault: null })).toBe('waiting')
    expect(jobPhase({ state: 'waiting', fault: fault('engine/unreachable') })).toBe('held')
    expect(jobPhase({ state: 'waiting', fault: fault('secret/unavailable') })).toBe('locked')
    expect(jobPhase({ state: 'failed', fault: fault('engine/problems') })).toBe('failed')
  })
})

describe('the form of an engine', () => {
  const draft = { name: 'Staging', url: 'https://engine.example.com', keyId: 'k1', key: '0123456789abcdef' }

  test.each([
    ['https://engine.example.com/base', null],
    ['http://127.0.0.1:8787', null],
    ['http://localhost:8787', null],
    ['http://[::1]:8787', null],
    ['http://engine.example.com', 'plain'],
    ['http://127.example.com', 'plain'],
    ['http://127.0.0.1.example.com', 'plain'],
    ['https://user:pass@engine.example.com', 'login'],
    ['ftp://engine.example.com', 'url'],
    ['engine.example.com', 'url'],
    ['', 'url'],
  ])('%s: %s', (url, problem) => {
    expect(engineProblems({ ...draft, url }, false).url).toBe(problem)
  })

  test('an empty key keeps the stored one, and is missing where none is', () => {
    expect(engineProblems({ ...draft, key: '' }, true).key).toBeNull()
    expect(engineProblems({ ...draft, key: '' }, false).key).toBe('key')
    expect(engineProblems({ ...draft, key: 'short' }, true).key).toBe('shortKey')
  })
})

describe('places that problems point to', () => {
  const document = loadBot('assets/samples/casey.json')
  test.each([
    ['block_services', 'block_services'],
    ['block_services/data/options/0', 'block_services'],
    ['records.block_services', 'block_services'],
    ['block_never', null],
    ['', null],
    [undefined, null],
  ])('%s is %s', (pointer, record) => {
    expect(pointedRecord(document, pointer)).toBe(record)
  })
})

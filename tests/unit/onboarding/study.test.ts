import { describe, expect, test } from 'vitest'
import { documentToJson, parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import { studyIdOf } from '../../../src-shared/document/study.ts'
import { lint } from '../../../src-shared/lint/lint.ts'
import { changeStudy, type StudyChange } from '../../../src-shared/onboarding/change-study.ts'
import { foundByTest } from '../../../src-shared/onboarding/found-by-test.ts'
import { integrationsOf } from '../../../src-shared/onboarding/integrations.ts'
import { withStudiesOf } from '../../../src-shared/onboarding/with-studies-of.ts'
import { blockId } from '../document/draft-bot.ts'
import { callingBot, does } from './calling-bot.ts'

const CALL = blockId('call')
const ANA = { by: 'Ana', at: 5000 }

function studied(...found: readonly StudyChange[]) {
  const document = callingBot().document()
  for (const change of found) does(document, changeStudy(document, CALL, change, ANA))
  return document
}

describe('KAL-08: the feasibility study of a call', () => {
  test('not feasible is an error at that block, unknown a warning', () => {
    const codes = (verdict: StudyChange['verdict']) =>
      lint(studied({ rateLimit: '100 a minute' }, { verdict })).map(({ code, severity, record }) => [
        code,
        severity,
        record,
      ])
    expect(codes('not-feasible')).toEqual([['study/not-feasible', 'error', CALL]])
    expect(codes('unknown')).toEqual([['study/unknown', 'warning', CALL]])
    expect(codes('feasible')).toEqual([])
    expect(codes('with-changes')).toEqual([])
  })

  test('a verdict is signed, and one that is taken back is nobody’s', () => {
    const document = studied({ verdict: 'feasible' }, { rateLimit: '100 a minute' })
    expect(document.get(studyIdOf(CALL))).toMatchObject({ verdict: 'feasible', by: 'Ana', at: 5000 })
    does(document, changeStudy(document, CALL, { verdict: 'unknown' }, ANA))
    expect(document.get(studyIdOf(CALL))).toMatchObject({ by: '', at: null, rateLimit: '100 a minute' })
    does(document, changeStudy(document, CALL, { rateLimit: '' }, ANA))
    expect(document.get(studyIdOf(CALL))).toBeUndefined()
  })

  test('a test call fills in whether it was reached and how long it took, and nothing of what was sent', () => {
    expect(foundByTest({ ms: 120.4 })).toEqual({ reachable: 'yes', latencyMs: 120 })
    expect(foundByTest({ code: 'api/timeout' })).toEqual({ reachable: 'no', latencyMs: null })
    expect(foundByTest({ code: 'api/unreachable' })).toEqual({ reachable: 'no', latencyMs: null })
    for (const code of ['api/secret-needed', 'api/cancelled', 'api/bad-call'])
      expect(foundByTest({ code })).toBeNull()
  })

  test('E: what looks like a secret is not written into it', () => {
    const key = 'Authorization: ghp_abcdefghijklmnopqrstuvwxyz0123456789'
    const document = callingBot().document()
    for (const member of ['payload', 'note', 'rateLimit'])
      expect(changeStudy(document, CALL, { [member]: key }, ANA).ok).toBe(false)
  })

  test('it travels with the bot, and stays when its block is gone', () => {
    const document = studied({ verdict: 'with-changes', latencyMs: 80 })
    const read = parseDocument(documentToJson(document))
    expect(read.ok && integrationsOf(read.value)).toMatchObject([
      { block: { id: CALL }, study: { verdict: 'with-changes', latencyMs: 80 } },
    ])
    document.drop(CALL)
    for (const { id } of [...document.edgesFrom(CALL).values(), ...document.edgesTo(CALL).values()])
      document.drop(id)
    const without = parseDocument(documentToJson(document))
    expect(without.ok && without.value.get(studyIdOf(CALL))?.verdict).toBe('with-changes')
  })

  test('a version is judged by the studies there are now', () => {
    const version = studied({ verdict: 'not-feasible' })
    const present = studied({ verdict: 'feasible' })
    expect(lint(withStudiesOf(version, present))).toEqual([])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newBot } from '../../../src-shared/blocks/edits/new-bot.ts'
import { parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { lint } from '../../../src-shared/lint/lint.ts'
import { createLinter } from '../../../src-shared/lint/linter.ts'
import { blockId, type DraftBot, flowId, healthyBot, say } from '../document/draft-bot.ts'
import { ASKING_CASES } from './asking-cases.ts'
import { BOT_CASES } from './bot-lint-cases.ts'
import { CHANNEL_LINT_CASES } from './channel-lint-cases.ts'
import { KIND_CASES } from './kind-lint-cases.ts'
import { LINT_CASES as GENERAL_CASES } from './lint-cases.ts'

const LINT_CASES = [...GENERAL_CASES, ...ASKING_CASES, ...KIND_CASES, ...BOT_CASES, ...CHANNEL_LINT_CASES]

const root = join(import.meta.dirname, '../../..')

function issuesOf(change: (bot: DraftBot) => unknown) {
  const bot = healthyBot()
  change(bot)
  return lint(bot.document())
}

test('the healthy bot of these tests has nothing to mend', () => {
  expect(lint(healthyBot().document())).toEqual([])
})

for (const { code, says, raises, spares } of LINT_CASES)
  describe(`${code}: ${says}`, () => {
    test('is raised, in one plain sentence at a place that exists', () => {
      const bot = healthyBot()
      raises(bot)
      const document = bot.document()
      const found = lint(document).filter(issue => issue.code === code)
      expect(found.length).toBeGreaterThan(0)
      for (const { message, record } of found) {
        expect(message).toMatch(/^[A-ZÀ-Þ“].*[.!?)]$/s)
        expect(document.get(record)).toBeDefined()
      }
    })

    test('is not raised by its near miss', () => {
      expect(issuesOf(spares).map(issue => issue.code)).not.toContain(code)
    })

    test('goes away with its fix, where there is one', () => {
      const bot = healthyBot()
      raises(bot)
      const document = bot.document()
      for (const issue of lint(document).filter(found => found.code === code && found.fix)) {
        const mended = bot.document()
        expect(applyChanges(mended, issue.fix?.changes ?? {}).ok).toBe(true)
        const left = lint(mended).filter(other => other.code === code && other.record === issue.record)
        expect(left).toEqual([])
      }
    })
  })

test('every code the checks can say has a case here', () => {
  const folders = ['src-shared/lint/checks', 'src-shared/blocks']
  const files = folders.flatMap(folder =>
    readdirSync(join(root, folder))
      .filter(name => name.endsWith('.ts'))
      .map(name => join(root, folder, name)),
  )
  const written = files.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/(?:code: |error\()'([a-zA-Z]+\/[a-z-]+)'/g)].map(
      match => match[1] ?? '',
    ),
  )
  const tested = new Set(LINT_CASES.map(({ code }) => code))
  const untested = new Set(written.filter(code => !tested.has(code) && !code.startsWith('document/')))
  expect([...untested]).toEqual([])
})

describe('what the sentences say', () => {
  test('an unknown name comes with the nearest one that exists', () => {
    const [issue] = issuesOf(bot => bot.block('hello', 'message', say('Hello {{NOM_CLIENTE}}')))
    expect(issue?.message).toContain('did you mean NOME_CLIENTE?')
    expect(issue).toMatchObject({ record: blockId('hello'), path: ['text', 'en'], severity: 'error' })
  })

  test('a block without title goes by its kind', () => {
    const [issue] = issuesOf(bot => bot.block('hello', 'message', say(''), { title: '' }))
    expect(issue?.message).toBe('The message block has a text that is empty (en).')
  })

  test('errors come first, hints last', () => {
    const severities = issuesOf(bot => bot.variable('X').block('lost', 'message', say(''))).map(
      issue => issue.severity,
    )
    expect(severities).toEqual(['error', 'error', 'warning', 'hint'])
  })
})

test('a blank bot has an error only where its conversation does not go on yet', () => {
  let number = 0
  const records = newBot({ name: 'Blank', locale: 'en' }, () => `n${number++}`)
  const errors = lint(BotDocument.of(records)).filter(({ severity }) => severity === 'error')
  expect(errors.map(({ code }) => code)).toEqual(['port/unconnected'])
})

test.each(['casey', 'orders'])('the sample bot %s has no errors and no warnings', name => {
  const sample = parseDocument(JSON.parse(readFileSync(join(root, `assets/samples/${name}.json`), 'utf8')))
  expect(sample.ok && lint(sample.value).filter(({ severity }) => severity !== 'hint')).toEqual([])
})

describe('the checks with a memory', () => {
  test('check a block again when only a variable it names has changed', () => {
    const bot = healthyBot().variable('NAME').block('hello', 'message', say('Hi {{NAME}}'))
    const document = bot.document()
    const linter = createLinter()
    expect(linter.check(document)).toEqual([])
    const before = document.variableNamed('NAME')
    if (!before) throw new Error('there is no variable NAME')
    document.drop(before.id)
    const changes = { [before.id]: { before, after: null } }
    expect(linter.check(document, changes).map(({ code }) => code)).toEqual(['formula/unknown-name'])
  })

  test('see that a call stands in another flow now, though its data is the same', () => {
    const sub = flowId('sub')
    const document = healthyBot()
      .flow('sub')
      .block('sub-in', 'entry', { trigger: 'call' }, { flow: sub })
      .block('call', 'callFlow', { flow: sub })
      .document()
    const before = document.get(blockId('call'))
    if (!before) throw new Error('there is no call')
    const after = { ...before, flow: sub }
    const linter = createLinter()
    expect(linter.check(document).map(({ code }) => code)).not.toContain('flow/calls-itself')
    document.put(after)
    const issues = linter.check(document, { [before.id]: { before, after } })
    expect(issues).toEqual(lint(document))
    expect(issues.map(({ code }) => code)).toContain('flow/calls-itself')
  })

  test('find in steps what they find in one go, and follow edits from there', () => {
    const bot = healthyBot()
    for (let at = 0; at < 200; at += 1) bot.block(`lost${at}`, 'message', say(''))
    const document = bot.document()
    const linter = createLinter()
    const work = linter.inSteps(document)
    let steps = 0
    let step = work.next()
    for (; !step.done; step = work.next()) steps += 1
    expect(steps).toBeGreaterThan(3)
    expect(step.value).toEqual(lint(document))
    expect(linter.check(document, {})).toEqual(step.value)
    expect(step.value[0]?.message).toMatch(/[a-z]/)
  })

  test('give the very same findings of a block that nothing happened to', () => {
    const document = healthyBot().block('lost', 'message', say('')).document()
    const linter = createLinter()
    const first = linter.check(document).find(({ code }) => code === 'text/empty')
    expect(linter.check(document, {})).toContain(first)
  })
})

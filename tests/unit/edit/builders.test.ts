import { describe, expect, test } from 'vitest'
import { addBlock } from '../../../src-shared/blocks/edits/add-block.ts'
import { addFlow } from '../../../src-shared/blocks/edits/add-flow.ts'
import { deleteFlow } from '../../../src-shared/blocks/edits/delete-flow.ts'
import { deleteVariable } from '../../../src-shared/blocks/edits/delete-variable.ts'
import { duplicateBlocks } from '../../../src-shared/blocks/edits/duplicate-blocks.ts'
import { DEFAULT_KEYWORDS, newBot } from '../../../src-shared/blocks/edits/new-bot.ts'
import { renameVariable } from '../../../src-shared/blocks/edits/rename-variable.ts'
import { setLocales } from '../../../src-shared/blocks/edits/set-locales.ts'
import { usesOfVariable, usesOfVariables } from '../../../src-shared/blocks/edits/uses-of-variable.ts'
import { KINDS } from '../../../src-shared/blocks/kinds.ts'
import { documentToJson, parseDocument, parseRecord } from '../../../src-shared/blocks/parse-document.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { PREDEFINED_VARIABLES } from '../../../src-shared/document/predefined-variables.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import type { Changes } from '../../../src-shared/edit/edit.ts'
import type { Result } from '../../../src-shared/kit/result.ts'
import {
  ask,
  blockId,
  END,
  flowId,
  healthyBot,
  MAIN,
  say,
  set,
  variableId,
  when,
} from '../document/draft-bot.ts'
import { counter } from './snapshot.ts'

function apply(document: BotDocument, changes: Changes | Result<Changes>): BotDocument {
  const value =
    'ok' in changes && typeof changes.ok === 'boolean'
      ? (changes as Result<Changes>)
      : { ok: true as const, value: changes as Changes }
  const applied = value.ok ? applyChanges(document, value.value) : value
  if (!applied.ok) throw new Error(applied.message)
  return document
}

/** CITY in every place that can use a variable, beside names that only look like it. */
function cities() {
  return healthyBot()
    .variable('CITY', { initial: 'Recife' })
    .variable('CITY_2')
    .block('hello', 'message', say('CITY {{CITY}} {{ UPPER(CITY) }} {{CITY|CITY}} {{CITY_2}} {{"CITY"}}'))
    .block('if', 'condition', when('CITY == "CITY" && CITY_2 != CITY'))
    .block('ask', 'question', ask({ saveTo: variableId('CITY') }))
    .block('set', 'setVariable', set('CITY', 'CITY_2'))
    .document()
}

describe('a new block', () => {
  test.each(KINDS.map(({ name }) => name))('of kind %s is accepted as it is', kind => {
    const document = healthyBot().document()
    const { changes, block } = addBlock(document, { kind, flow: MAIN, x: 10, y: 20, locale: 'en' }, counter())
    expect(apply(document, changes).get(block.id)).toBe(block)
    expect(parseRecord(block)).toMatchObject({ ok: true })
  })
})

describe('duplicating', () => {
  test('copies blocks with the edges between them; keywords and edges from outside stay', () => {
    const document = healthyBot().document()
    const chosen = [blockId('in'), blockId('hello'), blockId('menu')]
    const { changes, blocks } = duplicateBlocks(document, chosen, { dx: 5, dy: 6 }, counter())
    apply(document, changes)
    const [entry, hello, menu] = blocks.map(id => document.get(id))
    expect(menu).toEqual({
      ...document.get(blockId('menu')),
      id: menu?.id,
      x: (document.get(blockId('menu'))?.x ?? 0) + 5,
      y: 6,
    })
    expect(entry && document.edgeAt(entry.id, 'next')?.to).toBe(hello?.id)
    expect(menu && document.edgeAt(menu.id, 'opt_a')?.to).toBe(hello?.id)
    expect(menu && document.edgeAt(menu.id, 'opt_b')).toBeUndefined()
    expect([document.count('keyword'), document.bot.mainMenu]).toEqual([1, blockId('menu')])
  })

  test('of nothing, or of what is gone, is nothing', () => {
    const gone = duplicateBlocks(healthyBot().document(), [blockId('gone')], { dx: 1, dy: 1 }, counter())
    expect(gone).toEqual({ changes: {}, blocks: [], notes: [] })
  })
})

describe('renaming a variable (KAR-13)', () => {
  test('rewrites every use in one edit and nothing that only looks like one', () => {
    const document = apply(cities(), renameVariable(cities(), variableId('CITY'), 'TOWN'))
    const data = (name: string) => document.get(blockId(name))?.data
    expect(data('hello')).toEqual(say('CITY {{TOWN}} {{ UPPER(TOWN) }} {{TOWN|CITY}} {{CITY_2}} {{"CITY"}}'))
    expect(data('if')).toEqual(when('TOWN == "CITY" && CITY_2 != TOWN'))
    expect(document.variableNamed('TOWN')?.id).toBe(variableId('CITY'))
    expect(document.variableNamed('CITY')).toBeUndefined()
  })

  test('touches only the records that use it', () => {
    const renamed = renameVariable(cities(), variableId('CITY'), 'TOWN')
    expect(renamed.ok && Object.keys(renamed.value).sort()).toEqual(['block_hello', 'block_if', 'var_city'])
  })

  test('to the same name is no edit', () => {
    expect(renameVariable(cities(), variableId('CITY'), 'CITY')).toEqual({ ok: true, value: {} })
  })

  test.each([
    { says: 'a name that is taken', id: 'CITY', to: 'CITY_2', message: /already is a variable named CITY_2/ },
    { says: 'small letters', id: 'CITY', to: 'city', message: /use capitals/ },
    { says: 'a digit first', id: 'CITY', to: '2CITY', message: /beginning with a letter/ },
    { says: 'an inherited name', id: 'CITY', to: '__proto__', message: /use capitals/ },
    { says: '65 letters', id: 'CITY', to: 'X'.repeat(65), message: /at most 64/ },
    {
      says: 'one of the six (KAR-15)',
      id: 'MENU_PRINCIPAL',
      to: 'MAIN_MENU',
      message: /one of the six names/,
    },
  ])('refuses $says', ({ id, to, message }) => {
    const refused = renameVariable(cities(), variableId(id), to)
    expect(refused).toMatchObject({ ok: false, code: 'document/invalid' })
    expect(!refused.ok && refused.message).toMatch(message)
  })
})

describe('uses of a variable', () => {
  test('are listed with their places, and parts of other names are none', () => {
    const document = cities()
    const variable = document.variableNamed('CITY')
    expect(variable && usesOfVariable(document, variable)).toEqual([
      { record: blockId('hello'), path: ['text'], role: 'text' },
      { record: blockId('if'), path: ['branches', 0, 'when'], role: 'formula' },
      { record: blockId('ask'), path: ['saveTo'], role: 'variable' },
      { record: blockId('set'), path: ['assignments', 0, 'variable'], role: 'variable' },
    ])
  })

  test('of all variables at once agree with those of each', () => {
    const document = cities()
    const counts = usesOfVariables(document)
    for (const variable of document.all('variable'))
      expect(counts.get(variable.id) ?? 0, variable.name).toBe(usesOfVariable(document, variable).length)
  })
})

describe('deleting a variable', () => {
  test('empties the fields that had chosen it and leaves what was written', () => {
    const document = apply(cities(), deleteVariable(cities(), variableId('CITY')))
    expect(document.get(blockId('ask'))?.data.saveTo).toBeNull()
    expect(document.get(blockId('set'))?.data).toEqual(set(null, 'CITY_2'))
    expect(document.get(blockId('if'))).toEqual(cities().get(blockId('if')))
  })

  test.each(PREDEFINED_VARIABLES)('refuses $name ($rule)', ({ name }) => {
    expect(deleteVariable(cities(), variableId(name))).toMatchObject({ ok: false })
  })
})

describe('flows', () => {
  test('a new flow can be called at once', () => {
    const document = healthyBot().document()
    const { changes, flow } = addFlow(document, 'Hours', counter())
    const [entry] = apply(document, changes).blocksOf(flow.id).values()
    expect(entry).toMatchObject({ kind: 'entry', data: { trigger: 'call' } })
  })

  test('a deleted flow takes its blocks, edges, keywords and main menu along; who called it has chosen nothing', () => {
    const sub = { flow: flowId('sub') }
    const bot = healthyBot()
      .flow('sub')
      .block('sub-in', 'entry', { trigger: 'keyword' }, sub)
      .block('sub-end', 'end', END, sub)
      .edge('sub-in', 'next', 'sub-end', flowId('sub'))
      .keyword('sub', 'Sub', 'sub-in')
      .block('call', 'callFlow', sub)
      .block('jump', 'goTo', { block: blockId('sub-end') })
    const document = apply(bot.document(), deleteFlow(bot.document(), flowId('sub')))
    expect(document.get(blockId('call'))?.data).toEqual({ flow: null })
    expect(document.get(blockId('jump'))?.data).toEqual({ block: null })
    const left = [...document.values()].filter(({ id }) => /sub/.test(id))
    expect(left).toEqual([])
  })

  test('the main flow stays', () => {
    expect(deleteFlow(healthyBot().document(), MAIN)).toMatchObject({ ok: false, code: 'document/invalid' })
  })
})

describe('languages', () => {
  test('texts and synonyms of a language that goes, go; keywords of it are for any then', () => {
    const bot = healthyBot()
      .bot({ locales: ['en', 'pt'] })
      .block('hello', 'message', { text: { en: 'Hi', pt: 'Oi' } })
      .keyword('oi', 'Oi', 'in', { locale: 'pt' })
    const document = apply(bot.document(), setLocales(bot.document(), ['en']))
    expect(document.get(blockId('hello'))?.data).toEqual({ text: { en: 'Hi' } })
    expect([...document.all('keyword')].map(({ locale }) => locale)).toEqual([null, null])
  })

  test('another default changes the bot’s record only, and the same ones change nothing', () => {
    const document = healthyBot()
      .bot({ locales: ['en', 'pt'] })
      .document()
    expect(Object.keys(setLocales(document, ['pt', 'en']))).toEqual([document.bot.id])
    expect(setLocales(document, ['en', 'pt'])).toEqual({})
  })
})

test('a new bot is accepted, with the six variables and the six keywords of NHN-28', () => {
  const document = BotDocument.of(newBot({ name: 'Casey', locale: 'pt-BR' }, counter()))
  expect(parseDocument(documentToJson(document)).ok).toBe(true)
  expect([...document.all('variable')].map(({ name }) => name)).toEqual(
    PREDEFINED_VARIABLES.map(({ name }) => name),
  )
  expect([...document.all('keyword')].map(({ text }) => text)).toEqual([...DEFAULT_KEYWORDS])
  expect(document.bot).toMatchObject({ name: 'Casey', locales: ['pt-BR'] })
})

import { describe, expect, test } from 'vitest'
import type { BlockId, EdgeId, FlowId, KeywordId, RecordId } from '../../../src-shared/document/ids.ts'
import type { BotDocRecord, VariableRecord } from '../../../src-shared/document/records.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import type { Change, Changes } from '../../../src-shared/edit/edit.ts'
import { BOT, blockId, flowId, healthyBot, MAIN, say, variableId } from '../document/draft-bot.ts'
import { snapshot } from './snapshot.ts'

function bot() {
  return healthyBot()
    .flow('other')
    .block('far', 'message', say('Far'), { flow: flowId('other') })
    .document()
}

function adding(record: object): Changes {
  const after = record as BotDocRecord
  return { [after.id]: { before: null, after } } as Changes
}

function dropping(...ids: string[]): Changes {
  const document = bot()
  const entries = ids.map((id): [string, Change] => [
    id,
    { before: document.get(id as RecordId) ?? null, after: null },
  ])
  return Object.fromEntries(entries) as Changes
}

const edge = {
  id: 'edge_new' as EdgeId,
  type: 'edge',
  flow: MAIN,
  from: blockId('menu'),
  port: 'else',
  to: blockId('end'),
}

const REFUSED: readonly Readonly<{ says: string; changes: () => Changes; pointer: string }>[] = [
  {
    says: 'an edge to a block that is not there',
    changes: () => adding({ ...edge, to: 'block_gone' as BlockId }),
    pointer: 'edge_new',
  },
  {
    says: 'an edge from a block that is not there',
    changes: () => adding({ ...edge, from: 'block_gone' as BlockId }),
    pointer: 'edge_new',
  },
  {
    says: 'an edge into another flow',
    changes: () => adding({ ...edge, to: blockId('far') }),
    pointer: 'edge_new',
  },
  {
    says: 'an edge that lies in the wrong flow',
    changes: () => adding({ ...edge, flow: flowId('other') }),
    pointer: 'edge_new',
  },
  {
    says: 'a second edge at one port',
    changes: () => adding({ ...edge, port: 'opt_b' }),
    pointer: 'edge_new',
  },
  {
    says: 'a block removed without its edges',
    changes: () => dropping('block_hello'),
    pointer: 'edge_in-next',
  },
  {
    says: 'an entry removed without its keyword',
    changes: () => dropping('block_in', 'edge_in-next'),
    pointer: 'kw_hi',
  },
  {
    says: 'the main menu removed without its mark',
    changes: () => dropping('block_menu', 'edge_hello-next', 'edge_menu-opt-a', 'edge_menu-opt-b'),
    pointer: BOT,
  },
  { says: 'a flow removed without its blocks', changes: () => dropping('flow_other'), pointer: 'block_far' },
  {
    says: 'a block in a flow that is not there',
    changes: () => adding({ ...bot().get(blockId('end')), id: 'block_new', flow: 'flow_gone' as FlowId }),
    pointer: 'block_new',
  },
  {
    says: 'a keyword that points to a message',
    changes: () =>
      adding({
        id: 'kw_new' as KeywordId,
        type: 'keyword',
        text: 'yo',
        match: 'exact',
        locale: null,
        entry: blockId('hello'),
      }),
    pointer: 'kw_new',
  },
  {
    says: 'a second variable of one name',
    changes: () => adding({ ...(bot().get(variableId('NOME_CLIENTE')) as VariableRecord), id: 'var_new' }),
    pointer: 'var_new',
  },
]

describe('integrity', () => {
  test.each(REFUSED)('refuses $says, names the place and changes nothing', ({ changes, pointer }) => {
    const document = bot()
    const before = snapshot(document)
    const applied = applyChanges(document, changes())
    expect(applied).toMatchObject({ ok: false, code: 'document/broken-reference' })
    expect(!applied.ok && applied.problems?.map(problem => problem.pointer)).toContain(pointer)
    expect(snapshot(document)).toBe(before)
  })

  test('refuses to lose the bot’s own record', () => {
    const document = bot()
    expect(applyChanges(document, dropping(BOT)).ok).toBe(false)
    expect(document.bot.id).toBe(BOT)
  })

  test('refuses to turn the entry of a keyword into a message', () => {
    const document = bot()
    const before = document.get(blockId('in')) ?? null
    const after = { ...document.get(blockId('hello')), id: blockId('in') } as BotDocRecord
    expect(applyChanges(document, { [blockId('in')]: { before, after } } as Changes).ok).toBe(false)
    expect(document.get(blockId('in'))).toBe(before)
  })

  test('refuses a record that would come under another id', () => {
    const document = bot()
    const before = document.get(blockId('end')) ?? null
    const after = { ...before, id: blockId('other') } as BotDocRecord
    expect(applyChanges(document, { [blockId('end')]: { before, after } } as Changes)).toMatchObject({
      code: 'edit/conflict',
    })
  })

  test('compares what crossed a border by content', () => {
    const document = bot()
    const before = structuredClone(document.get(blockId('end'))) as BotDocRecord
    const after = { ...before, x: 7 } as BotDocRecord
    expect(applyChanges(document, { [before.id]: { before, after } } as Changes).ok).toBe(true)
    expect(document.get(blockId('end'))?.x).toBe(7)
  })
})

import { describe, expect, test } from 'vitest'
import { answerTree } from '../../../src-renderer/blocks/answer-tree.ts'

describe('an example answer as a tree (NHN-26)', () => {
  test('every place with its path; lists by their first items', () => {
    const tree = answerTree('{"order": {"id": 7, "no": null}, "a b": [{"n": "x"}, {"n": "y"}, {"n": "z"}]}')
    expect(tree?.cut).toBe(false)
    const lines = tree?.rows.map(row => ('more' in row ? row.more : [row.path, row.everyPath, row.shown]))
    expect(lines).toEqual([
      ['$', null, '{ }'],
      ['$.order', null, '{ }'],
      ['$.order.id', null, '7'],
      ['$.order.no', null, 'null'],
      ["$['a b']", null, '[3]'],
      ["$['a b'][0]", "$['a b'][*]", '{ }'],
      ["$['a b'][0].n", "$['a b'][*].n", '"x"'],
      ["$['a b'][1]", "$['a b'][*]", '{ }'],
      ["$['a b'][1].n", "$['a b'][*].n", '"y"'],
      1,
    ])
  })

  test('what is no JSON has none, and a long answer ends', () => {
    expect(answerTree('{"a": ')).toBeNull()
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`m${at}`, at]))
    expect(answerTree(JSON.stringify(many))).toMatchObject({ cut: true, rows: { length: 200 } })
    const deep = answerTree(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
    expect(deep).toMatchObject({ cut: true })
  })
})

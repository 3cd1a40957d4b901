import fc from 'fast-check'
import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { Scene } from '../../../../src-renderer/canvas/scene.ts'
import type { BotDocument } from '../../../../src-shared/document/bot-document.ts'
import type { KeywordId } from '../../../../src-shared/document/ids.ts'
import type { BlockRecord, BotDocRecord, EdgeRecord } from '../../../../src-shared/document/records.ts'
import { applyChanges } from '../../../../src-shared/edit/apply-changes.ts'
import { ChangeSet } from '../../../../src-shared/edit/changes.ts'
import { type Changes, reverseChanges, squashChanges } from '../../../../src-shared/edit/edit.ts'
import { blockOf, edgeOf, FLOW, menuFlow } from './flow-fixture.ts'

const t = ((key: string) => key) as unknown as TFunction
const SEED = 21_3000
const BOX = { left: -500, top: -300, right: 500, bottom: 300 }

const place = { x: fc.integer({ min: -2000, max: 2000 }), y: fc.integer({ min: -800, max: 800 }) }
const act = fc.oneof(
  fc.record({ is: fc.constant('move' as const), at: fc.nat(), ...place }),
  fc.record({ is: fc.constant('say' as const), at: fc.nat(), text: fc.string({ maxLength: 60 }) }),
  fc.record({ is: fc.constant('add' as const), ...place }),
  fc.record({ is: fc.constant('connect' as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ is: fc.constant('remove' as const), at: fc.nat() }),
  fc.record({ is: fc.constant('keyword' as const), text: fc.string({ minLength: 1, maxLength: 8 }) }),
  fc.record({ is: fc.constant('back' as const) }),
)
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

/** The changes of an act; `made` numbers what is new. */
function changesOf(document: BotDocument, one: Act, made: number, last: Changes): Changes {
  const set = new ChangeSet(document)
  const blocks = [...document.blocksOf(FLOW).values()]
  const at = (index: number): BlockRecord => blocks[index % blocks.length] as BlockRecord
  const put = (record: BotDocRecord) => set.put(record)
  if (one.is === 'back') return reverseChanges(last)
  if (one.is === 'move') put({ ...at(one.at), x: one.x, y: one.y })
  if (one.is === 'add') put(blockOf(`n${made}`, 'message', { text: { en: 'New' } }, one))
  const entry = blocks.find(({ kind }) => kind === 'entry')
  if (one.is === 'keyword' && entry)
    put({
      ...{ id: `keyword_${made}` as KeywordId, type: 'keyword', entry: entry.id },
      ...{ text: one.text, match: 'exact', locale: null },
    })
  if (one.is === 'say' && at(one.at).kind === 'message')
    put({ ...at(one.at), data: { text: { en: one.text } } })
  if (one.is === 'connect' && at(one.at).kind === 'message') {
    const id = at(one.at).id.slice('block_'.length)
    for (const { id: old } of document.edgesFrom(at(one.at).id)) set.drop(old)
    put(edgeOf(id, 'next', at(one.to).id.slice('block_'.length)))
  }
  if (one.is === 'remove' && blocks.length > 2) {
    const { id } = at(one.at)
    const edges: EdgeRecord[] = [...document.edgesFrom(id), ...document.edgesTo(id)]
    for (const edge of edges) set.drop(edge.id)
    set.drop(id)
  }
  return set.done()
}

test(`a scene that follows the changes is the scene made anew, seed ${SEED}`, () => {
  fc.assert(
    fc.property(fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { maxLength: 12 }), rounds => {
      const document = menuFlow()
      const scene = new Scene().update(document, FLOW, 'en', t)
      let made = 0
      for (const round of rounds) {
        const done: Changes[] = []
        const hurried = new Scene().update(document, FLOW, 'en', t, { edgesLater: true })
        hurried.edgesIn(BOX)
        for (const one of round) {
          made += 1
          const changes = changesOf(document, one, made, done.at(-1) ?? {})
          if (applyChanges(document, changes).ok) done.push(changes)
        }
        scene.update(document, FLOW, 'en', t, { changes: squashChanges(done) })
        hurried.update(document, FLOW, 'en', t, { changes: squashChanges(done), edgesLater: true })
        const anew = new Scene().update(document, FLOW, 'en', t)
        expect(scene.blocks).toEqual(anew.blocks)
        expect(scene.edges).toEqual(anew.edges)
        expect(hurried.edges).toEqual(anew.edges)
        expect(scene.bounds()).toEqual(anew.bounds())
        expect(new Set(scene.blocksIn(BOX))).toEqual(new Set(anew.blocksIn(BOX)))
        expect(new Set(scene.edgesIn(BOX))).toEqual(new Set(anew.edgesIn(BOX)))
        const late = new Scene().update(document, FLOW, 'en', t, { edgesLater: true })
        const near = new Set(anew.blocksIn(BOX).flatMap(({ record }) => anew.edgesAt(record.id)))
        const [all, early] = [anew.edgesIn(BOX), late.edgesIn(BOX)]
        expect(early).toEqual(expect.arrayContaining(all.filter(edge => near.has(edge))))
        expect(all).toEqual(expect.arrayContaining(early))
        for (const { record } of near)
          expect(late.edgesAt(record.from)).toContainEqual(anew.edges.get(record.id))
        expect(late.edges).toEqual(anew.edges)
        expect(late.hasAllEdges).toBe(true)
      }
    }),
    { seed: SEED, numRuns: 300 },
  )
})

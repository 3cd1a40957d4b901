import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clipToText, isClipText, readClip } from '../../../src-shared/blocks/clipboard/clip.ts'
import { clipConflicts, freeName } from '../../../src-shared/blocks/edits/clip-conflicts.ts'
import { copyBlocks } from '../../../src-shared/blocks/edits/copy-blocks.ts'
import { newBot } from '../../../src-shared/blocks/edits/new-bot.ts'
import { type PastePlace, pasteClip } from '../../../src-shared/blocks/edits/paste-clip.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId, GroupId, NoteId } from '../../../src-shared/document/ids.ts'
import { integrityProblems } from '../../../src-shared/document/integrity.ts'
import { DOCUMENT_VERSION } from '../../../src-shared/document/migrations.ts'
import type { BotDocRecord, GroupRecord, NoteRecord } from '../../../src-shared/document/records.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { deleteSelection } from '../../../src-shared/edit/delete-selection.ts'
import {
  ask,
  blockId,
  flowId,
  healthyBot,
  MAIN,
  mediaId,
  say,
  variableId,
  when,
} from '../document/draft-bot.ts'
import { randomBots } from './random-bot.ts'
import { copyOf, counter, snapshot } from './snapshot.ts'

const HERE: PastePlace = { flow: MAIN, x: 400, y: 400 }

const NOTE: NoteRecord = {
  ...{ id: 'note_n' as NoteId, type: 'note', flow: MAIN, x: 0, y: 80, width: 160, height: 80 },
  ...{ text: 'Ask Ana about this', hue: 'yellow', author: 'Ana', at: 1 },
}

/** Two connected blocks in a group with a note, which use CITY and AGE. */
function travel() {
  return healthyBot()
    .variable('CITY', { initial: 'Recife' })
    .variable('AGE', { valueType: 'number', initial: 3 })
    .variable('OTHER')
    .flow('booking')
    .block('hello', 'message', say('From {{CITY}}?'))
    .block('if', 'condition', when('CITY == "Recife"'))
    .block('ask', 'question', ask({ saveTo: variableId('AGE') }))
    .block('call', 'callFlow', { flow: flowId('booking') })
    .block('jump', 'goTo', { block: blockId('hello') })
    .edge('hello', 'next', 'if')
    .put(NOTE)
    .put({
      ...{ id: 'group_g' as GroupId, type: 'group', flow: MAIN, title: 'Place', hue: 'blue' },
      blocks: [blockId('hello'), blockId('if')],
    } as GroupRecord)
    .document()
}

const ALL = ['hello', 'if', 'ask', 'call', 'jump'].map(blockId)

function clipOf(document: BotDocument, blocks: readonly BlockId[], notes: readonly NoteId[] = []) {
  const clip = copyBlocks(document, { blocks, notes })
  if (!clip) throw new Error('nothing was copied')
  const read = readClip(clipToText(clip))
  if (!read.ok) throw new Error(read.message)
  expect(read.value).toEqual(clip)
  return clip
}

function paste(document: BotDocument, clip: ReturnType<typeof clipOf>, place: PastePlace = HERE) {
  const pasted = pasteClip(document, clip, place, counter('p'))
  if (!pasted.ok) throw new Error(pasted.message)
  const applied = applyChanges(document, pasted.value.changes)
  if (!applied.ok) throw new Error(applied.message)
  expect(integrityProblems(document)).toEqual([])
  return pasted.value
}

function blank(extra: readonly BotDocRecord[] = []): BotDocument {
  return BotDocument.of([...newBot({ name: 'Other', locale: 'en' }, counter('o')), ...extra])
}

const variable = (name: string, patch: object) =>
  ({
    ...{ id: variableId(`here${name.toLowerCase()}`), type: 'variable', name, valueType: 'text' },
    ...{ initial: null, secret: false, description: '', ...patch },
  }) as BotDocRecord

describe('copy and paste', () => {
  test('inside a bot: blocks, edges among them, whole groups and notes, and no other variable', () => {
    const document = travel()
    const before = document.count('variable')
    const clip = clipOf(document, ALL, [NOTE.id])
    const { blocks, notes, changes } = paste(document, clip)
    expect([blocks.length, notes.length, document.count('group'), document.count('note')]).toEqual([
      5, 1, 2, 2,
    ])
    expect(document.count('variable')).toBe(before)
    expect(document.edgesFrom(blocks[0] as BlockId).length).toBe(1)
    // A jump to a copied block jumps to the copy.
    expect(document.get(blocks[4] as BlockId)?.data).toEqual({ block: blocks[0] })
    expect(Object.values(changes).every(({ before }) => before === null)).toBe(true)
    const corner = [...blocks, ...notes].map(id => document.get(id) as { x: number; y: number })
    expect([Math.min(...corner.map(({ x }) => x)), Math.min(...corner.map(({ y }) => y))]).toEqual([400, 400])
  })

  test('into another bot: the variables come along, what is not there is left empty and told', () => {
    const document = travel()
    const other = blank()
    const flow = other.bot.mainFlow
    const { blocks, emptied } = paste(other, clipOf(document, ALL.slice(1)), { ...HERE, flow })
    expect(other.variableNamed('CITY')?.initial).toBe('Recife')
    expect(other.variableNamed('OTHER')).toBeUndefined()
    expect(other.get(blocks[1] as BlockId)?.data.saveTo).toBe(other.variableNamed('AGE')?.id)
    expect(emptied).toBe(2)
    expect(other.get(blocks[2] as BlockId)?.data).toMatchObject({ flow: null })
    expect(other.get(blocks[3] as BlockId)?.data).toMatchObject({ block: null })
  })

  test('a variable of the same name and type is used; another one is asked about', () => {
    const clip = clipOf(travel(), ALL)
    const same = blank([variable('CITY', { initial: 'Recife' })])
    expect(clipConflicts(same, clip)).toEqual([])
    const other = blank([variable('CITY', { initial: 'Olinda' }), variable('AGE', { valueType: 'text' })])
    expect(clipConflicts(other, clip).map(({ pasted }) => pasted.name)).toEqual(['CITY', 'AGE'])
  })

  test('under another name, every use in the pasted blocks follows', () => {
    const document = blank([variable('CITY', { initial: 'Olinda' })])
    const clip = clipOf(travel(), ALL)
    expect(freeName(document, clip, 'CITY')).toBe('CITY_2')
    const names = new Map([['CITY', 'CITY_2']])
    const { blocks } = paste(document, clip, { ...HERE, flow: document.bot.mainFlow, names })
    const [hello, branch] = blocks.map(id => document.get(id))
    expect(hello?.data.text).toEqual({ en: 'From {{CITY_2}}?' })
    expect(JSON.stringify(branch?.data)).toContain('CITY_2 ==')
    expect(document.variableNamed('CITY_2')?.initial).toBe('Recife')
    expect(document.variableNamed('CITY')?.initial).toBe('Olinda')
  })

  test.each(['CITY', 'AGE', 'not a name', 'BOT'])('a variable cannot be brought in as %s', name => {
    const document = blank([variable('CITY', {}), variable('BOT', {})])
    const names = new Map([['CITY', name]])
    const place = { ...HERE, flow: document.bot.mainFlow, names }
    expect(pasteClip(document, clipOf(travel(), ALL), place, counter())).toMatchObject({ ok: false })
  })

  test('what is cut and pasted in its bot keeps its id, so that jumps to it still lead there', () => {
    const document = travel()
    const clip = clipOf(document, [blockId('hello')])
    applyChanges(document, deleteSelection(document, { blocks: [blockId('hello')], edges: [] }))
    const { blocks } = paste(document, clip, { flow: flowId('booking'), x: 0, y: 0 })
    expect(blocks).toEqual([blockId('hello')])
    expect(document.get(blockId('hello'))?.flow).toBe(flowId('booking'))
    expect(paste(document, clip).blocks).not.toEqual(blocks)
  })

  test('a cut entry brings its keywords back; a copied one adds none', () => {
    const document = blank()
    const [entry] = [...document.all('block')]
    const clip = clipOf(document, [entry?.id as BlockId])
    const flow = document.bot.mainFlow
    const count = document.count('keyword')
    paste(document, clip, { ...HERE, flow })
    expect(document.count('keyword')).toBe(count)
    applyChanges(
      document,
      deleteSelection(document, { blocks: [...document.blocksOf(flow).keys()], edges: [] }),
    )
    expect(document.count('keyword')).toBe(0)
    paste(document, clip, { ...HERE, flow })
    expect(document.count('keyword')).toBe(count)
  })

  test('files come along by their content, with what they show; those that are here already are used', () => {
    const album = () =>
      healthyBot()
        .media('front', { hash: 'f'.repeat(64), alt: { en: 'The front' } })
        .media('map', { hash: 'a'.repeat(64) })
        .media('unused')
        .block('show', 'message', {
          text: { en: 'Us' },
          media: { kind: 'image', url: 'parley-media:media_front' },
        })
        .block('live', 'liveStream', {
          ...{ text: { en: 'Live' }, from: null, until: null, zone: 'UTC', outside: {} },
          poster: ' parley-media:media_map ',
          url: 'https://live.example/{{CITY}}',
        })
    const clip = clipOf(album().variable('CITY').document(), [blockId('show'), blockId('live')])
    const other = healthyBot()
      .media('ours', { hash: 'a'.repeat(64) })
      .media('front', { hash: 'b'.repeat(64) })
      .document()
    const names = new Map([['CITY', 'TOWN']])
    const { blocks, changes, emptied } = paste(other, clip, { ...HERE, names })
    const [show, live] = blocks.map(id => other.get(id)?.data)
    const added = Object.values(changes).flatMap(({ after }) => (after?.type === 'media' ? [after] : []))
    expect(added).toEqual([expect.objectContaining({ hash: 'f'.repeat(64), alt: { en: 'The front' } })])
    expect(show).toMatchObject({ media: { url: `parley-media:${added[0]?.id}` } })
    expect(live).toMatchObject({ poster: 'parley-media:media_ours', url: 'https://live.example/{{TOWN}}' })
    expect(emptied).toBe(0)
    // Copies in their own bot show the same file; one that is gone there is left empty and told.
    const own = album().document()
    const there = clipOf(own, [blockId('show')])
    expect(paste(own, there).changes).not.toHaveProperty('media_front')
    own.drop(mediaId('front'))
    const gone = clipOf(own, [blockId('show')])
    expect(paste(own, gone).emptied).toBe(1)
    expect(paste(own, there).emptied).toBe(0)
    expect(own.get(mediaId('front'))?.hash).toBe('f'.repeat(64))
  })

  test('languages the bot does not have are told', () => {
    const document = healthyBot()
      .block('oi', 'message', { text: { 'pt-BR': 'Oi', en: 'Hi' } })
      .document()
    const other = blank()
    const pasted = paste(other, clipOf(document, [blockId('oi')]), { ...HERE, flow: other.bot.mainFlow })
    expect(pasted.strangeLocales).toEqual(['pt-BR'])
  })
})

describe('what is not a sound clip', () => {
  const text = () => clipToText(clipOf(travel(), ALL, [NOTE.id]))
  const changed = (change: (envelope: { version: number; records: Record<string, unknown>[] }) => void) => {
    const envelope = JSON.parse(text())
    change(envelope)
    return JSON.stringify(envelope)
  }
  const record = (records: Record<string, unknown>[], type: string) =>
    records.find(one => one.type === type) as Record<string, unknown>

  test('other texts do not say that they are clips', () => {
    for (const other of [
      '',
      'hello',
      '{}',
      '{"parley":1,"records":[]}',
      '[{"parley":"clipboard"}]',
      '{"nodes":[]}',
    ])
      expect(isClipText(other)).toBe(false)
    expect(isClipText(` ${text()}`)).toBe(true)
  })

  test('a newer version is told from damage', () => {
    expect(readClip(changed(clip => (clip.version = DOCUMENT_VERSION + 1)))).toMatchObject({
      code: 'clip/too-new',
    })
    expect(readClip(text().slice(0, -9))).toMatchObject({ code: 'clip/invalid' })
  })

  const HOSTILE: readonly [string, Parameters<typeof changed>[0]][] = [
    [
      'an edge to a block that is not in it',
      ({ records }) => (record(records, 'edge').to = 'block_elsewhere'),
    ],
    ['an edge of another flow', ({ records }) => (record(records, 'edge').flow = 'flow_other')],
    [
      'a port that leads to two places',
      ({ records }) => records.push({ ...record(records, 'edge'), id: 'edge_x' }),
    ],
    ['two records with one id', ({ records }) => records.push(record(records, 'block'))],
    ['a whole bot', ({ records }) => records.push({ ...healthyBot().document().bot })],
    ['no flow', clip => (clip.records = clip.records.filter(({ type }) => type !== 'flow'))],
    ['nothing to paste', clip => (clip.records = clip.records.filter(({ type }) => type === 'flow'))],
    ['a block of an unknown kind', ({ records }) => (record(records, 'block').kind = 'rocket')],
    ['a block far out', ({ records }) => (record(records, 'block').x = 1e12)],
    [
      'two variables of one name',
      ({ records }) => records.push({ ...record(records, 'variable'), id: 'var_x' }),
    ],
    ['a group of strangers', ({ records }) => (record(records, 'group').blocks = ['block_elsewhere'])],
    ['members nobody knows', clip => Object.assign(clip, { run: 'alert(1)' })],
  ]
  test.each(HOSTILE)('%s is refused', (_, change) => {
    expect(readClip(changed(change))).toMatchObject({ ok: false, code: 'clip/invalid' })
  })
})

describe('laws', () => {
  const chosen = fc.record({
    bot: randomBots,
    other: randomBots,
    mask: fc.array(fc.boolean(), { minLength: 14 }),
  })
  const selectionOf = (document: BotDocument, mask: readonly boolean[]) =>
    [...document.all('block')].filter((_, index) => mask[index] ?? true).map(({ id }) => id)

  test('a paste keeps any bot whole and is one step back, seed 4110', () => {
    fc.assert(
      fc.property(chosen, ({ bot, other, mask }) => {
        const clip = copyBlocks(bot, { blocks: selectionOf(bot, mask), notes: [] })
        if (!clip) return
        const read = readClip(clipToText(clip))
        if (!read.ok) throw new Error(read.message)
        const before = snapshot(other)
        const pasted = paste(other, read.value, { ...HERE, flow: other.bot.mainFlow })
        expect(pasted.blocks.length).toBe(clip.records.filter(({ type }) => type === 'block').length)
        const back = Object.entries(pasted.changes).map(([id, { before: was, after }]) => [
          id,
          { before: after, after: was },
        ])
        expect(applyChanges(other, Object.fromEntries(back)).ok).toBe(true)
        expect(snapshot(other)).toBe(before)
      }),
      { seed: 4110, numRuns: 150 },
    )
  })

  test('in its own bot a paste adds no variable and leaves nothing empty that was not, seed 4111', () => {
    fc.assert(
      fc.property(chosen, ({ bot, mask }) => {
        const clip = copyBlocks(bot, { blocks: selectionOf(bot, mask), notes: [] })
        if (!clip) return
        const document = copyOf(bot)
        expect(clipConflicts(document, clip)).toEqual([])
        paste(document, clip, { ...HERE, flow: bot.bot.mainFlow })
        expect(document.count('variable')).toBe(bot.count('variable'))
        expect(document.count('keyword')).toBe(bot.count('keyword'))
      }),
      { seed: 4111, numRuns: 150 },
    )
  })

  test('no text at all makes reading a clip fail otherwise than by a fault, seed 4112', () => {
    fc.assert(
      fc.property(fc.json(), json => {
        const read = readClip(`{"parley":"clipboard","version":1,"records":${json}}`)
        expect(read.ok).toBe(false)
      }),
      { seed: 4112, numRuns: 200 },
    )
  })
})

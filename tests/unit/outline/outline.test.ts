import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { FlowId } from '../../../src-shared/document/ids.ts'
import { outline } from '../../../src-shared/outline/outline.ts'
import { blockId, END, flowId, healthyBot, MAIN, say } from '../document/draft-bot.ts'
import { randomRecords } from '../edit/random-bot.ts'

/** The outline with short names, a section a line. */
function told(document: BotDocument, flow: FlowId = MAIN): string[] {
  return outline(document, flow).map(
    ({ from, steps }) => `${from}: ${steps.map(id => id.slice('block_'.length)).join(' ')}`,
  )
}

describe('the outline of a flow (NHN-13, NHN-14, NHN-15)', () => {
  test('begins at the entry and follows the ports in their order, each block once', () => {
    const bot = healthyBot().block('hours', 'message', say('Nine to five')).edge('hours', 'next', 'menu')
    expect(told(bot.edge('menu', 'opt_b', 'end').edge('menu', 'opt_a', 'hours').document())).toEqual([
      'entry: in hello menu hours end',
    ])
  })

  test('every entry begins a section, the upper left one first; what nothing leads to comes last', () => {
    const bot = healthyBot()
      .block('late', 'entry', { trigger: 'proactive' }, { y: 400 })
      .block('early', 'entry', { trigger: 'anyMessage' }, { y: -400 })
      .block('news', 'message', say('News'))
      .edge('late', 'next', 'news')
      .block('loose', 'message', say('Loose'))
      .block('end2', 'end', END)
      .edge('loose', 'next', 'end2')
    expect(told(bot.document())).toEqual([
      'entry: early',
      'entry: in hello menu end',
      'entry: late news',
      'nowhere: loose end2',
    ])
  })

  test('jumps are followed, and what only another flow jumps to is reached from elsewhere', () => {
    const bot = healthyBot()
      .flow('booking')
      .block('book', 'message', say('When?'), { flow: flowId('booking') })
      .block('jump', 'goTo', { block: blockId('book') })
      .block('here', 'goTo', { block: blockId('target') })
      .block('target', 'message', say('Here'))
      .edge('menu', 'opt_a', 'jump')
      .edge('menu', 'opt_b', 'here')
      .document()
    expect(told(bot)).toEqual(['entry: in hello menu jump here target', 'nowhere: end'])
    expect(told(bot, flowId('booking'))).toEqual(['elsewhere: book'])
  })

  test('a chain of 20,000 blocks does not exhaust the stack', () => {
    const bot = healthyBot().edge('menu', 'opt_a', 'm0')
    for (let at = 0; at < 20_000; at += 1) {
      bot.block(`m${at}`, 'message', say('.'), { x: 0 })
      if (at > 0) bot.edge(`m${at - 1}`, 'next', `m${at}`)
    }
    const records = BotDocument.of(bot.edge('m19999', 'next', 'end').document().values())
    expect(outline(records, MAIN)[0]?.steps).toHaveLength(20_004)
  })
})

describe('laws of the outline, seed 20261121', () => {
  const check = (law: (document: BotDocument, flow: FlowId) => void) =>
    fc.assert(
      fc.property(randomRecords, records => {
        const document = BotDocument.of(records)
        for (const { id } of document.all('flow')) law(document, id)
      }),
      { seed: 20261121, numRuns: 300 },
    )

  test('every block of the flow is there exactly once', () => {
    check((document, flow) => {
      const steps = outline(document, flow).flatMap(section => section.steps)
      expect([...steps].sort()).toEqual([...document.blocksOf(flow).keys()].sort())
    })
  })

  test('the order of the records and the words of the blocks change nothing', () => {
    check((document, flow) => {
      const renamed = [...document.values()].map(record =>
        record.type === 'block' ? { ...record, title: `${record.title} new` } : record,
      )
      expect(outline(BotDocument.of(renamed.reverse()), flow)).toEqual(outline(document, flow))
    })
  })

  test('each step that is reached follows one before it', () => {
    check((document, flow) => {
      for (const { from, steps } of outline(document, flow)) {
        if (from !== 'entry') continue
        const [entry, ...others] = steps
        expect(document.get(entry as (typeof steps)[number])?.kind).toBe('entry')
        for (const id of others) {
          const before = new Set(steps.slice(0, steps.indexOf(id)))
          const jumps = [...before].some(step => document.get(step)?.data.block === id)
          const leads = document.edgesTo(id).some(edge => before.has(edge.from))
          expect(jumps || leads).toBe(true)
        }
      }
    })
  })
})

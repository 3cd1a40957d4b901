import fc from 'fast-check'
import type { BotDocRecord } from '../../../src-shared/document/records.ts'

const BLOCKS = 9
const FLOWS = ['flow_0', 'flow_1', 'flow_2']
const en = (text: string) => ({ en: text })
const flow = fc.constantFrom(...FLOWS, null)
const anyBlock = fc.option(fc.nat(BLOCKS - 1).map(number => `block_${number}`))

/** Kinds that lead on in every way there is: straight, by a branch, a call, a jump, later, or not at all. */
const shapes = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'message', data: { text: en('Hi') } }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('anyMessage', 'keyword', 'call', 'proactive')
      .map(trigger => ({ kind: 'entry', data: { trigger } })),
  },
  { weight: 3, arbitrary: flow.map(chosen => ({ kind: 'callFlow', data: { flow: chosen } })) },
  { weight: 1, arbitrary: anyBlock.map(block => ({ kind: 'goTo', data: { block } })) },
  {
    weight: 4,
    arbitrary: fc.constant({
      kind: 'condition',
      data: { branches: [{ id: 'br_0', name: '', when: '1' }] },
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'delay', data: { amount: 12, unit: 'hours' } }) },
  {
    weight: 1,
    arbitrary: fc.constant({
      kind: 'menu',
      data: {
        prompt: en('Which?'),
        options: [{ id: 'opt_0', label: en('This'), synonyms: {} }],
        retry: {},
      },
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('return', 'close')
      .map(mode => ({ kind: 'end', data: { mode, text: en('Bye') } })),
  },
)

/** The ports the edges of a block leave at, where they are not `next` and one that does not exist. */
const PORTS: Readonly<Record<string, readonly string[]>> = {
  condition: ['br_0', 'else'],
  menu: ['opt_0', 'else'],
}

/**
 * The records of bots that are all paths: three flows, and blocks with the same ids and flows in every bot, so that a
 * record of one can take the place of the same record in another.
 */
export const pathRecords: fc.Arbitrary<BotDocRecord[]> = fc
  .record({
    shapes: fc.array(shapes, { minLength: BLOCKS, maxLength: BLOCKS }),
    titles: fc.array(fc.constantFrom('', 'A', 'B'), { minLength: BLOCKS, maxLength: BLOCKS }),
    targets: fc.array(fc.option(fc.nat(2)), { minLength: 2 * BLOCKS, maxLength: 2 * BLOCKS }),
    elsewhere: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: BLOCKS, maxLength: BLOCKS }),
  })
  .map(({ shapes: all, titles, targets, elsewhere }) => {
    const bot = {
      ...{ id: 'bot_p', type: 'bot', name: 'Paths', description: '', locales: ['en'], mainFlow: 'flow_0' },
      ...{ mainMenu: null, country: null, settings: { channels: ['whatsapp'] } },
    }
    const flows = FLOWS.map(id => ({ id, type: 'flow', name: id, description: '' }))
    const blocks = all.map(({ kind, data }, at) => {
      const home = FLOWS[(elsewhere[at] === 0 ? at + 1 : at) % 3]
      return { id: `block_${at}`, type: 'block', flow: home, kind, title: titles[at], x: 0, y: 0, data }
    })
    const edges = targets.flatMap((target, at) => {
      const from = blocks[at % BLOCKS]
      const to = target === null ? undefined : blocks.filter(other => other.flow === from?.flow)[target]
      const [first = 'next', second = 'second'] = PORTS[from?.kind ?? ''] ?? []
      const ends = { flow: from?.flow, from: from?.id, port: at < BLOCKS ? first : second, to: to?.id }
      return to ? [{ id: `edge_${at}`, type: 'edge', ...ends }] : []
    })
    return [bot, ...flows, ...blocks, ...edges] as BotDocRecord[]
  })

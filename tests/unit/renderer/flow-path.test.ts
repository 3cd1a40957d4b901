import { describe, expect, test } from 'vitest'
import { leadsTo, pathTo } from '../../../src-renderer/state/flow-path.ts'
import { blockId, flowId, healthyBot, MAIN } from '../document/draft-bot.ts'

/** A chain of flows: each calls the next. */
function chain(length: number) {
  const bot = healthyBot()
  for (let at = 1; at <= length; at += 1) {
    bot.flow(`f${at}`)
    const flow = at === 1 ? MAIN : flowId(`f${at - 1}`)
    bot.block(`call${at}`, 'callFlow', { flow: flowId(`f${at}`) }, { flow })
  }
  return bot.document()
}

const calls = (length: number) => Array.from({ length }, (_, at) => blockId(`call${at + 1}`))

describe('the way through sub-flows', () => {
  test('40 levels deep it names every call', () => {
    const document = chain(40)
    expect(pathTo(document, calls(40), flowId('f40')).map(({ id }) => id)).toEqual(calls(40))
  })

  test('of a flow on the way it is the part that leads there', () => {
    expect(pathTo(chain(5), calls(5), flowId('f3')).map(({ id }) => id)).toEqual(calls(3))
  })

  test('of a flow one came to by other ways there is none', () => {
    expect(pathTo(chain(3), calls(3), MAIN)).toEqual([])
    expect(pathTo(chain(3), [blockId('call1'), blockId('call3')], flowId('f3'))).toEqual([])
  })

  test('ends with a call that is gone', () => {
    const document = chain(3)
    document.drop(blockId('call2'))
    expect(pathTo(document, calls(3), flowId('f3'))).toEqual([])
    expect(pathTo(document, calls(3), flowId('f1')).map(({ id }) => id)).toEqual(calls(1))
  })

  test('a jump leads to a block and its flow; one without a target leads nowhere', () => {
    const document = healthyBot()
      .flow('other')
      .block('there', 'message', { text: {} }, { flow: flowId('other') })
      .block('jump', 'goTo', { block: blockId('there') })
      .block('lost', 'goTo', { block: null })
      .document()
    expect(leadsTo(document, document.get(blockId('jump')))).toEqual({
      flow: flowId('other'),
      block: blockId('there'),
    })
    expect(leadsTo(document, document.get(blockId('lost')))).toBeNull()
  })
})

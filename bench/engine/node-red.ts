import { spawnNodeRed } from '../peers/spawn-node-red.ts'
import { TEXTS } from '../runtime/script.ts'
import type { Spawned } from './spawn-server.ts'

/** Node-RED with the bot of bench/runtime/script.ts as a flow; sessions are in memory, nothing is kept. */
export function spawnBotOfNodeRed(red: string): Promise<Spawned> {
  return spawnNodeRed({ red, flow: FLOW, settings: { httpAdminRoot: false }, isUp: answers })
}

async function answers(url: string): Promise<boolean> {
  const { status } = await fetch(`${url}/turn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ contact: 'first', text: 'hi' }),
  })
  return status === 200
}

const T = JSON.stringify(TEXTS)
const SAVE = `flow.set('s' + msg.payload.contact, s); msg.payload = { said }; return msg`

/** One node for each state, as its users build such bots. */
const FLOW = [
  { id: 'tab', type: 'tab', label: 'Coffee' },
  node('in', 'http in', { url: '/turn', method: 'post', wires: [['session']] }),
  node('session', 'function', {
    func: `msg.s = flow.get('s' + msg.payload.contact) || { state: 'asleep' }; msg.state = msg.s.state; return msg`,
    outputs: 1,
    wires: [['where']],
  }),
  node('where', 'switch', {
    property: 'state',
    propertyType: 'msg',
    rules: ['asleep', 'menu', 'quantity'].map(v => ({ t: 'eq', v, vt: 'str' })),
    checkall: 'false',
    outputs: 3,
    wires: [['greet'], ['menu'], ['quantity']],
  }),
  say('greet', `s.state = 'menu'; const said = [T.greeting, T.menu]`),
  say(
    'menu',
    `const at = Number(text) - 1
     const said = at === 0 ? [T.ask] : at === 1 ? [T.hours, T.menu] : at === 2 ? [T.farewell] : [T.retry, T.menu]
     if (at === 0) s.state = 'quantity'
     if (at === 2) s.state = 'asleep'`,
  ),
  say(
    'quantity',
    `const n = Number(text)
     const isFine = n >= 1 && n <= 100
     const total = Math.round(n * 4.5 * (n >= 10 ? 0.9 : 1) * 100) / 100
     const price = 'That is ' + total + ' euros.'
     const said = isFine ? (n >= 10 ? [T.bulk, price, T.menu] : [price, T.menu]) : [T.askAgain]
     if (isFine) s.state = 'menu'`,
  ),
  node('out', 'http response', { statusCode: '200', wires: [] }),
]

function say(id: string, code: string) {
  const func = `const T = ${T}; const s = msg.s; const text = msg.payload.text; ${code}; ${SAVE}`
  return node(id, 'function', { func, outputs: 1, wires: [['out']] })
}

function node(id: string, type: string, rest: Readonly<Record<string, unknown>>) {
  // Without a place it would be taken for a configuration.
  return { id, type, z: 'tab', name: id, x: 0, y: 0, ...rest }
}

import { type Actor, assign, createActor, setup } from 'xstate'
import { type Subject, TEXTS } from './script.ts'

type Context = { quantity: number; said: string[] }
type TextEvent = { type: 'text'; text: string }

/** The same conversation as an xstate 5 machine, the way its documentation draws one. */
const machine = setup({
  types: { context: {} as Context, events: {} as TextEvent },
  guards: {
    is1: ({ event }) => event.text === '1',
    is2: ({ event }) => event.text === '2',
    is3: ({ event }) => event.text === '3',
    inRange: ({ event }) => Number(event.text) >= 1 && Number(event.text) <= 100,
    bulk: ({ context }) => context.quantity >= 10,
  },
  actions: {
    say: assign({
      said: ({ context }, { texts }: { texts: readonly string[] }) => [...context.said, ...texts],
    }),
    hear: assign({ said: () => [] }),
    keep: assign({ quantity: ({ event }) => Number(event.text) }),
    sayTotal: assign({
      said: ({ context }) => [
        ...context.said,
        TEXTS.total(Math.round(context.quantity * 4.5 * (context.quantity >= 10 ? 0.9 : 1) * 100) / 100),
      ],
    }),
  },
}).createMachine({
  context: { quantity: 0, said: [] },
  initial: 'start',
  states: {
    start: {
      on: {
        text: { target: 'menu', actions: ['hear', { type: 'say', params: { texts: [TEXTS.greeting] } }] },
      },
    },
    menu: {
      entry: { type: 'say', params: { texts: [TEXTS.menu] } },
      on: {
        text: [
          { guard: 'is1', target: 'quantity', actions: ['hear'] },
          {
            guard: 'is2',
            target: 'menu',
            reenter: true,
            actions: ['hear', { type: 'say', params: { texts: [TEXTS.hours] } }],
          },
          {
            guard: 'is3',
            target: 'done',
            actions: ['hear', { type: 'say', params: { texts: [TEXTS.farewell] } }],
          },
          {
            target: 'menu',
            reenter: true,
            actions: ['hear', { type: 'say', params: { texts: [TEXTS.retry] } }],
          },
        ],
      },
    },
    quantity: {
      entry: { type: 'say', params: { texts: [TEXTS.ask] } },
      on: {
        text: [
          { guard: 'inRange', target: 'priced', actions: ['hear', 'keep'] },
          { actions: ['hear', { type: 'say', params: { texts: [TEXTS.askAgain] } }] },
        ],
      },
    },
    priced: {
      always: [
        {
          guard: 'bulk',
          target: 'menu',
          actions: [{ type: 'say', params: { texts: [TEXTS.bulk] } }, 'sayTotal'],
        },
        { target: 'menu', actions: ['sayTotal'] },
      ],
    },
    done: { type: 'final' },
  },
})

export function xstate(): Subject {
  return {
    name: 'xstate 5',
    begin() {
      const actor = createActor(machine).start()
      return text => answer(actor, text)
    },
  }
}

export function xstateSerialised(): Subject {
  return {
    name: 'xstate 5, serialised',
    begin() {
      let stored = JSON.stringify(createActor(machine).start().getPersistedSnapshot())
      return text => {
        const actor = createActor(machine, { snapshot: JSON.parse(stored) }).start()
        const said = answer(actor, text)
        stored = JSON.stringify(actor.getPersistedSnapshot())
        return said
      }
    },
  }
}

function answer(actor: Actor<typeof machine>, text: string): readonly string[] {
  actor.send({ type: 'text', text })
  return actor.getSnapshot().context.said
}

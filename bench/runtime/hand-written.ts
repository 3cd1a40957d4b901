import { type Subject, TEXTS } from './script.ts'

/** What any server must keep of this conversation: where it is, the answer, the last input's id, and how much was said. */
type State = { at: 'start' | 'menu' | 'quantity' | 'done'; quantity: number; last: string; sent: number }

const FIRST: State = { at: 'start', quantity: 0, last: '', sent: 0 }

/** The limit: the conversation as a switch, nothing else. */
export function handWritten(): Subject {
  return {
    name: 'hand-written switch',
    begin() {
      const state = { ...FIRST }
      return (text, id) => receive(state, text, id)
    },
  }
}

/** The same with the session read from and written to JSON at every turn, as a server without memory must. */
export function handWrittenSerialised(): Subject {
  return {
    name: 'hand-written switch, serialised',
    begin() {
      let stored = JSON.stringify(FIRST)
      return (text, id) => {
        const state = JSON.parse(stored) as State
        const said = receive(state, text, id)
        stored = JSON.stringify(state)
        return said
      }
    },
  }
}

/** The same input twice is answered once, and messages are numbered, as in every subject that could go live. */
function receive(state: State, text: string, id: string): readonly string[] {
  if (state.last === id) return []
  state.last = id
  const said = answer(state, text)
  state.sent += said.length
  return said
}

function answer(state: State, text: string): readonly string[] {
  switch (state.at) {
    case 'start':
      state.at = 'menu'
      return [TEXTS.greeting, TEXTS.menu]
    case 'menu':
      return choose(state, text)
    case 'quantity': {
      const quantity = Number(text)
      if (!(quantity >= 1 && quantity <= 100)) return [TEXTS.askAgain]
      state.quantity = quantity
      state.at = 'menu'
      const total = Math.round(quantity * 4.5 * (quantity >= 10 ? 0.9 : 1) * 100) / 100
      return quantity >= 10 ? [TEXTS.bulk, TEXTS.total(total), TEXTS.menu] : [TEXTS.total(total), TEXTS.menu]
    }
    case 'done':
      return []
  }
}

function choose(state: State, text: string): readonly string[] {
  switch (text) {
    case '1':
      state.at = 'quantity'
      return [TEXTS.ask]
    case '2':
      return [TEXTS.hours, TEXTS.menu]
    case '3':
      state.at = 'done'
      return [TEXTS.farewell]
    default:
      return [TEXTS.retry, TEXTS.menu]
  }
}

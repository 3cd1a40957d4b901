import { TEXTS } from '../script.ts'
import type { Peer, RequirePeer } from './peer.ts'

type Container = {
  register(name: string, item: unknown, singleton?: boolean): void
  use(item: unknown): void
}
type Core = { containerBootstrap(): Container }
type Session = { text: string }
type Context = { validation: { message?: string; retries?: number } }
type Validator = (session: Session, context: Context, [variable]: readonly string[]) => Promise<object>
type Bot = {
  start(): Promise<void>
  process(session: Session): Promise<void>
  registerValidator(name: string, validator: Validator): void
  contextManager: { contextDictionary: Record<string, unknown> }
}
type BotModule = { Bot: new (settings: { scripts: readonly string[] }, container: Container) => Bot }
type Activity = { text: string; conversation: { id: string } }
type ConnectorModule = { Connector: new (settings: object, container: Container) => Connector }
type Connector = { createSession(activity: Activity): Session }

// The language of its .dlg files; a dialog goes on where it was when the one that it ran has ended.
const SCRIPT = `
dialog main
  say ${TEXTS.greeting}
  run menu
dialog menu
  say ${TEXTS.menu}
  ask choice
  [choice === '1'] run order
  [choice === '2'] say ${TEXTS.hours}
  [choice === '3'] say ${TEXTS.farewell}
  [choice === '3'] restart
  [choice !== '1' && choice !== '2'] say ${TEXTS.retry}
  run menu
dialog order
  say ${TEXTS.ask}
  askQuantity quantity
  set total quantity * 4.5
  [quantity >= 10] set total quantity * 4.5 * 0.9
  [quantity >= 10] say ${TEXTS.bulk}
  say That is {{ total }} euros.
`

/** The dialogs of nlp.js 4 (MIT) without a language model: contexts in its own memory. */
export async function nlpjsPeer(load: RequirePeer): Promise<Peer> {
  const { containerBootstrap } = load('@nlpjs/core') as Core
  const { Template } = load('@nlpjs/evaluator') as { Template: unknown }
  const { Bot } = load('@nlpjs/bot') as BotModule
  const { Connector } = load('@nlpjs/connector') as ConnectorModule
  const container = containerBootstrap()
  container.use(Template)
  container.register('fs', { readFile: async () => SCRIPT })
  const bot = new Bot({ scripts: ['coffee.dlg'] }, container)
  container.register('bot', bot)
  bot.registerValidator('quantity', validateQuantity)
  await bot.start()
  let conversations = 0
  return {
    name: '@nlpjs/bot',
    begin() {
      conversations += 1
      const conversation = { id: `conversation-${conversations}` }
      const said: string[] = []
      const connector = Object.assign(new Connector({ tag: 'bench' }, container), {
        async say(message: { text: string }) {
          said.push(message.text)
        },
      })
      return async text => {
        said.length = 0
        await bot.process(connector.createSession({ text, conversation }))
        if (said.at(-1) === TEXTS.farewell) delete bot.contextManager.contextDictionary[conversation.id]
        return said.slice()
      }
    },
  }
}

async function validateQuantity(
  { text }: Session,
  context: Context,
  [name]: readonly string[],
): Promise<object> {
  const value = Number(text)
  Object.assign(context.validation, { message: TEXTS.askAgain, retries: 1000 })
  return value >= 1 && value <= 100 ? { isValid: true, changes: [{ name, value }] } : { isValid: false }
}

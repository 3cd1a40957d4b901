import { TEXTS } from '../script.ts'
import { type BotbuilderCore, inMemoryConversation, type TurnContext } from './in-memory-conversation.ts'
import type { Peer, RequirePeer } from './peer.ts'

type Worker = { say(text: string): Promise<unknown>; beginDialog(id: string): Promise<unknown> }
type Convo = {
  vars: Record<string, unknown>
  setVar(name: string, value: unknown): void
  gotoThread(thread: string): Promise<void>
  repeat(): Promise<void>
}
type Handler = (answer: string, convo: Convo, bot: Worker) => Promise<unknown>
type Option = { pattern?: string; default?: boolean; handler: Handler }
type Conversation = {
  say(text: string): Conversation
  addAction(thread: string, from?: string): Conversation
  addMessage(message: string | { text?: string; action: string }, thread: string): Conversation
  addQuestion(text: string, options: readonly Option[], key: string, thread: string): Conversation
}
type Controller = {
  addDialog(dialog: Conversation): void
  on(event: string, handler: (bot: Worker) => Promise<unknown>): void
  handleTurn(context: TurnContext): Promise<unknown>
}
type BotkitModule = {
  Botkit: new (config: object) => Controller
  BotkitConversation: new (id: string, controller: Controller) => Conversation
}

/** Botkit 4 (MIT): threads of one conversation, on its default storage in memory. */
export function botkitPeer(load: RequirePeer): Peer {
  const core = load('botbuilder-core') as BotbuilderCore
  const { Botkit, BotkitConversation } = load('botkit') as BotkitModule
  const adapter = new core.TestAdapter(core.TestAdapter.createConversation('none'))
  const controller = new Botkit({ adapter, disable_webserver: true, disable_console: true })
  controller.addDialog(coffee(new BotkitConversation('coffee', controller)))
  controller.on('message', bot => bot.beginDialog('coffee'))
  let conversations = 0
  return {
    name: 'botkit',
    begin() {
      conversations += 1
      const turn = (context: TurnContext) => controller.handleTurn(context)
      return inMemoryConversation(core, `conversation-${conversations}`, turn)
    },
  }
}

function coffee(conversation: Conversation): Conversation {
  const again =
    (text: string): Handler =>
    async (_, convo, bot) => {
      await bot.say(text)
      await convo.repeat()
    }
  const goto =
    (thread: string): Handler =>
    (_, convo) =>
      convo.gotoThread(thread)
  const quantity: Option = { default: true, handler: order }
  return conversation
    .say(TEXTS.greeting)
    .addAction('menu')
    .addQuestion(
      TEXTS.menu,
      [
        { pattern: '^1$', handler: goto('order') },
        { pattern: '^2$', handler: again(TEXTS.hours) },
        { pattern: '^3$', handler: goto('farewell') },
        { default: true, handler: again(TEXTS.retry) },
      ],
      'choice',
      'menu',
    )
    .addQuestion(TEXTS.ask, [quantity], 'quantity', 'order')
    .addQuestion(TEXTS.askAgain, [quantity], 'quantity', 'orderAgain')
    .addMessage(TEXTS.bulk, 'bulk')
    .addAction('price', 'bulk')
    .addMessage('That is {{vars.total}} euros.', 'price')
    .addAction('menu', 'price')
    .addMessage({ text: TEXTS.farewell, action: 'complete' }, 'farewell')
}

async function order(answer: string, convo: Convo): Promise<void> {
  const quantity = Number(answer)
  if (!(quantity >= 1 && quantity <= 100)) return convo.gotoThread('orderAgain')
  convo.setVar('total', Math.round(quantity * 4.5 * (quantity >= 10 ? 0.9 : 1) * 100) / 100)
  return convo.gotoThread(quantity >= 10 ? 'bulk' : 'price')
}

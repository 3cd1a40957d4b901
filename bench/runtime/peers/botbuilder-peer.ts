import { TEXTS } from '../script.ts'
import {
  type BotbuilderCore,
  type DialogContext,
  inMemoryConversation,
  type TurnContext,
} from './in-memory-conversation.ts'
import type { Peer, RequirePeer } from './peer.ts'

type Step = {
  context: TurnContext
  result: { index: number } & number
  prompt(dialog: string, options: object): Promise<unknown>
  replaceDialog(id: string): Promise<unknown>
  endDialog(): Promise<unknown>
}
type Answer<T> = {
  context: TurnContext
  options: { prompt: string }
  recognized: { succeeded: boolean; value?: T }
}
type Validator<T> = (answer: Answer<T>) => Promise<boolean>
type DialogSet = {
  add(dialog: object): DialogSet
  createContext(context: TurnContext): Promise<DialogContext>
}
type Dialogs = {
  DialogSet: new (state: object) => DialogSet
  WaterfallDialog: new (id: string, steps: readonly ((step: Step) => Promise<unknown>)[]) => object
  ChoicePrompt: new (id: string, validator: Validator<unknown>, locale: string) => { style: number }
  NumberPrompt: new (id: string, validator: Validator<number>, locale: string) => object
  ListStyle: { none: number }
}

/** Waterfalls and prompts of botbuilder-dialogs 4 (MIT): the state goes through its MemoryStorage at every turn. */
export function botbuilderPeer(load: RequirePeer): Peer {
  const core = load('botbuilder-core') as BotbuilderCore
  const state = new core.ConversationState(new core.MemoryStorage())
  const dialogs = coffeeDialogs(load('botbuilder-dialogs') as Dialogs, state.createProperty('dialogs'))
  const turn = async (context: TurnContext) => {
    const running = await dialogs.createContext(context)
    const { status } = await running.continueDialog()
    if (status === 'empty') await running.beginDialog('greeting')
    await state.saveChanges(context)
  }
  let conversations = 0
  return {
    name: 'botbuilder-dialogs',
    begin() {
      conversations += 1
      return inMemoryConversation(core, `conversation-${conversations}`, turn)
    },
  }
}

function coffeeDialogs(library: Dialogs, state: object): DialogSet {
  const { ChoicePrompt, DialogSet, ListStyle, NumberPrompt, WaterfallDialog } = library
  const option = new ChoicePrompt('option', isOption, 'en-us')
  option.style = ListStyle.none
  return new DialogSet(state)
    .add(option)
    .add(new NumberPrompt('quantity', isQuantity, 'en-us'))
    .add(
      new WaterfallDialog('greeting', [
        async step => {
          await step.context.sendActivity(TEXTS.greeting)
          return step.replaceDialog('menu')
        },
      ]),
    )
    .add(
      new WaterfallDialog('menu', [
        step => step.prompt('option', { prompt: TEXTS.menu, choices: [...TEXTS.options] }),
        chosen,
      ]),
    )
    .add(
      new WaterfallDialog('order', [
        step => step.prompt('quantity', { prompt: TEXTS.ask, retryPrompt: TEXTS.askAgain }),
        ordered,
      ]),
    )
}

/** A prompt repeats itself only when its validator has said nothing. */
async function isOption({ context, options, recognized }: Answer<unknown>): Promise<boolean> {
  if (!recognized.succeeded) {
    await context.sendActivity(TEXTS.retry)
    await context.sendActivity(options.prompt)
  }
  return recognized.succeeded
}

async function isQuantity({ recognized: { succeeded, value } }: Answer<number>): Promise<boolean> {
  return succeeded && value !== undefined && value >= 1 && value <= 100
}

async function chosen(step: Step): Promise<unknown> {
  switch (step.result.index) {
    case 0:
      return step.replaceDialog('order')
    case 1:
      await step.context.sendActivity(TEXTS.hours)
      return step.replaceDialog('menu')
    default:
      await step.context.sendActivity(TEXTS.farewell)
      return step.endDialog()
  }
}

async function ordered(step: Step): Promise<unknown> {
  const quantity = step.result
  const total = Math.round(quantity * 4.5 * (quantity >= 10 ? 0.9 : 1) * 100) / 100
  if (quantity >= 10) await step.context.sendActivity(TEXTS.bulk)
  await step.context.sendActivity(TEXTS.total(total))
  return step.replaceDialog('menu')
}

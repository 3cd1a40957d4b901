/** As much of botbuilder-core and botbuilder-dialogs as the two peers built on them use. */
export type TurnContext = { sendActivity(text: string): Promise<unknown> }
export type Adapter = {
  activityBuffer: { text?: string }[]
  processActivity(text: string, logic: (context: TurnContext) => Promise<unknown>): Promise<unknown>
}
export type BotbuilderCore = {
  ConversationState: new (
    storage: object,
  ) => { createProperty(name: string): object; saveChanges(context: TurnContext): Promise<void> }
  MemoryStorage: new () => object
  TestAdapter: (new (conversation: object) => Adapter) & { createConversation(name: string): object }
}
export type DialogContext = {
  continueDialog(): Promise<{ status: string }>
  beginDialog(id: string): Promise<{ status: string }>
}

/** The adapter botbuilder ships for a host of its own: activities in, activities out, a conversation per adapter. */
export function inMemoryConversation(
  core: BotbuilderCore,
  name: string,
  logic: (context: TurnContext) => Promise<unknown>,
): (text: string) => Promise<readonly string[]> {
  const adapter = new core.TestAdapter(core.TestAdapter.createConversation(name))
  return async text => {
    await adapter.processActivity(text, logic)
    return adapter.activityBuffer.splice(0).map(activity => activity.text ?? '')
  }
}

import type { FlowId } from '../document/ids.ts'
import type { BotDocRecord, BotRecord } from '../document/records.ts'

/**
 * A record that does without another that is gone; null when it cannot be there without it. A main flow that is gone
 * gives way to that of another version.
 */
export function withoutReference(
  record: BotDocRecord,
  gone: string,
  bots: readonly BotRecord[],
  isThere: (id: string) => boolean,
): BotDocRecord | null {
  switch (record.type) {
    case 'bot': {
      const { picture, ...bot } = record
      return {
        ...bot,
        ...(picture && picture !== gone ? { picture } : {}),
        mainMenu: bot.mainMenu === gone ? null : bot.mainMenu,
        mainFlow: bot.mainFlow === gone ? otherFlow(bot, bots, isThere) : bot.mainFlow,
      }
    }
    case 'intent':
      return { ...record, entry: null }
    case 'auth':
      return { ...record, secret: null }
    case 'group': {
      const blocks = record.blocks.filter(block => block !== gone)
      return blocks.length > 0 && record.flow !== gone ? { ...record, blocks } : null
    }
    default:
      return null
  }
}

function otherFlow(bot: BotRecord, bots: readonly BotRecord[], isThere: (id: string) => boolean): FlowId {
  return bots.find(({ mainFlow }) => isThere(mainFlow))?.mainFlow ?? bot.mainFlow
}

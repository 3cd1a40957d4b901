import { apiCall } from '../../../src-shared/blocks/api-call.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { TaskState } from '../../../src-shared/document/task.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import type { Changes } from '../../../src-shared/edit/edit.ts'
import type { Result } from '../../../src-shared/kit/result.ts'
import { changeTask } from '../../../src-shared/onboarding/change-task.ts'
import { checklistOf } from '../../../src-shared/onboarding/checklist.ts'
import { type DraftBot, healthyBot } from '../document/draft-bot.ts'

/** A bot with menus only, bound to WhatsApp. */
export function whatsAppBot(): DraftBot {
  return healthyBot().settings({ channels: ['whatsapp'] })
}

/** The same with a call of an API before its menu. */
export function callingBot(bot: DraftBot = whatsAppBot()): DraftBot {
  return bot
    .block('call', 'apiCall', {
      ...apiCall.defaults({ locale: 'en', newId: () => 'n1' }),
      url: 'https://api.example.com/orders',
    })
    .edge('hello', 'next', 'call')
    .edge('call', 'success', 'menu')
    .edge('call', 'error', 'menu')
}

export function does(document: BotDocument, changes: Result<Changes>): void {
  if (!changes.ok || !applyChanges(document, changes.value).ok) throw new Error('it is refused')
}

/** Puts every step that is listed now into a state. */
export function setAll(document: BotDocument, state: TaskState): void {
  for (const item of checklistOf(document)) does(document, changeTask(document, item, { state }))
}

import type { BotDocument } from '../document/bot-document.ts'
import { botSchema } from '../document/records.ts'
import type { BotSettings, LiveChatSettings } from '../document/settings.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import type { Changes } from './edit.ts'
import { updateRecord } from './update-record.ts'

/** What a bot does with its live chat as long as its settings say nothing of it. */
export const USUAL_LIVE_CHAT: LiveChatSettings = {
  afterHandover: 'detached',
  queueWhenOffline: false,
  returnOnClose: false,
  failedText: {},
  offlineText: {},
}

/**
 * Changes the settings of a bot. What says nothing (no text, no word, off, the usual live chat) is left out, and with
 * nothing left so are the settings, so that a bot that was set back is the bot it was. Refuses with
 * `document/invalid` what the schema refuses, such as less than 15 minutes (requirements.md KAR-12).
 */
export function changeSettings(
  document: BotDocument,
  change: (settings: BotSettings) => BotSettings,
): Result<Changes> {
  const { settings: present = {}, ...bot } = document.bot
  const settings = tidied(change(present))
  const next = Object.keys(settings).length > 0 ? { ...bot, settings } : bot
  const parsed = botSchema.safeParse(next)
  if (!parsed.success) return fault('document/invalid', `${parsed.error.issues[0]?.message}.`)
  return ok(updateRecord(document, parsed.data))
}

function tidied(settings: BotSettings): BotSettings {
  const members = Object.entries(settings).filter(([name, value]) =>
    name === 'liveChat' ? !isUsual(value as LiveChatSettings) : saysSomething(value),
  )
  return Object.fromEntries(members)
}

function isUsual(liveChat: LiveChatSettings): boolean {
  const { afterHandover, queueWhenOffline, returnOnClose, failedText, offlineText } = liveChat
  const isLike = afterHandover === USUAL_LIVE_CHAT.afterHandover && !queueWhenOffline && !returnOnClose
  return isLike && !saysSomething(failedText) && !saysSomething(offlineText)
}

/** Zero says something, such as that any confidence is enough. */
function saysSomething(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  if (typeof value === 'object' && value !== null) return Object.values(value).some(saysSomething)
  return value !== undefined && value !== false && value !== null
}

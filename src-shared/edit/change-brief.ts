import type { BotDocument } from '../document/bot-document.ts'
import type { Brief } from '../document/brief.ts'
import { botSchema } from '../document/records.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import type { Changes } from './edit.ts'
import { updateRecord } from './update-record.ts'

/**
 * Changes the brief of a bot (requirements.md NHN-01 to NHN-03). What says nothing is left out, and with nothing left so
 * is the brief. Refuses with `document/invalid` what the schema refuses, such as a line of more than 500 characters.
 */
export function changeBrief(document: BotDocument, change: (brief: Brief) => Brief): Result<Changes> {
  const { brief: present = {}, ...bot } = document.bot
  const brief = tidied(change(present)) as Brief
  const parsed = botSchema.safeParse(Object.keys(brief).length > 0 ? { ...bot, brief } : bot)
  if (!parsed.success) return fault('document/invalid', `${parsed.error.issues[0]?.message}.`)
  return ok(updateRecord(document, parsed.data))
}

function tidied(part: object): object {
  const members = Object.entries(part).flatMap(([name, value]): [string, unknown][] => {
    if (Array.isArray(value)) return value.length > 0 ? [[name, value]] : []
    if (typeof value === 'object' && value !== null) {
      const inner = tidied(value)
      return Object.keys(inner).length > 0 ? [[name, inner]] : []
    }
    const says = typeof value === 'string' ? value.trim() !== '' : value !== undefined
    return says ? [[name, typeof value === 'string' ? value.trim() : value]] : []
  })
  return Object.fromEntries(members)
}

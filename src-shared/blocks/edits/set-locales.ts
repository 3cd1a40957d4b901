import type { BotDocument } from '../../document/bot-document.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { Changes } from '../../edit/edit.ts'
import { mapRecordFields } from '../record-fields.ts'

/** Gives a bot these languages, the default first; texts in a language that is no longer there go with it. */
export function setLocales(document: BotDocument, locales: readonly [string, ...string[]]): Changes {
  const { bot } = document
  if (bot.locales.join() === locales.join()) return {}
  const set = new ChangeSet(document).put({ ...bot, locales: [...locales] })
  const gone = bot.locales.filter(locale => !locales.includes(locale))
  if (gone.length === 0) return set.done()
  for (const record of document.values()) {
    const changed = mapRecordFields(record, ({ role, value }) =>
      role === 'text' || role === 'words' ? without(value as Record<string, unknown>, gone) : value,
    )
    if (changed === record) continue
    set.put(changed.type === 'bot' ? { ...changed, locales: [...locales] } : changed)
  }
  for (const keyword of document.all('keyword'))
    if (keyword.locale && gone.includes(keyword.locale)) set.put({ ...keyword, locale: null })
  return set.done()
}

function without(texts: Record<string, unknown>, gone: readonly string[]): Record<string, unknown> {
  return gone.some(locale => locale in texts)
    ? Object.fromEntries(Object.entries(texts).filter(([locale]) => !gone.includes(locale)))
    : texts
}

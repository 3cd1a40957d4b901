import { newBot } from '../../../src-shared/blocks/edits/new-bot.ts'
import type { BotDocRecord } from '../../../src-shared/document/records.ts'
import { newBotFromServices } from '../../../src-shared/starters/new-bot-from-services.ts'
import type { ServiceId } from '../../../src-shared/starters/service.ts'
import { client } from '../../ipc/client.ts'
import { newId } from '../../state/open-bot.ts'
import { addSample, openWhenDone } from '../library-actions.ts'
import { type Beginning, isSample, isStarter } from './beginnings.ts'

/** What was filled in; the first of the languages is the bot's own. */
export type NewBotWish = Readonly<{
  beginning: Beginning
  name: string
  locales: readonly string[]
  country: string | null
  services: readonly ServiceId[]
}>

/** Makes the bot and opens it; whether it is open. */
export async function createBot({
  beginning,
  name,
  locales,
  country,
  services,
}: NewBotWish): Promise<boolean> {
  if (isSample(beginning)) return addSample(beginning)
  if (isStarter(beginning))
    return openWhenDone(
      client['library.addStarter']({
        starter: beginning,
        name,
        locale: locales[0],
        locales: [...locales],
        country,
      }),
    )
  const records =
    beginning === 'services'
      ? newBotFromServices({ name, locales, services }, newId)
      : newBot({ name, locale: locales[0] ?? 'en' }, newId)
  const own = (record: BotDocRecord) =>
    record.type === 'bot' ? { ...record, locales: [...locales], country } : record
  return openWhenDone(client['library.create']({ records: records.map(own) }))
}

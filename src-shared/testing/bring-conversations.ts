import type { BotId } from '../document/ids.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import type { NamedConversation } from './behaviour-difference.ts'
import { distinctConversations, type ReceivedTurn, recordedConversations } from './recorded-conversations.ts'

/** Where conversations are to be had, such as the client of an engine (src-shared/publish/publish-client.ts). */
export type ConversationSource = Readonly<{
  conversations: (
    bot: BotId,
    before?: number,
  ) => Promise<
    Result<Readonly<{ conversations: readonly Readonly<{ contact: string }>[]; before: number | null }>>
  >
  turns: (
    bot: BotId,
    contact: string,
    after: number,
  ) => Promise<
    Result<Readonly<{ turns: readonly (ReceivedTurn & Readonly<{ seq: number }>)[]; more: boolean }>>
  >
}>

/** `contacts`: with how many people they were; `isAll`: whether there are no older ones. */
export type Brought = Readonly<{
  conversations: readonly NamedConversation[]
  contacts: number
  isAll: boolean
}>

/** People whose conversations are read at once, pages of the list that are looked through, and of one person's turns. */
export const MOST_CONTACTS = 100
const MOST_PAGES = 50
const MOST_TURN_PAGES = 5

/** Reads the newest conversations of a bot, each once, with nothing in them that tells who had them. */
export async function bringConversations(
  source: ConversationSource,
  bot: BotId,
  mostContacts = MOST_CONTACTS,
): Promise<Result<Brought>> {
  const listed = await newestContacts(source, bot, mostContacts)
  if (!listed.ok) return listed
  const { contacts, isAll } = listed.value
  const found: NamedConversation[] = []
  for (const contact of contacts) {
    const turns = await turnsOf(source, bot, contact)
    if (!turns.ok) return turns
    if (turns.value.length > 0 && turns.value.every(({ input }) => input === undefined))
      return fault('engine/bad-answer', 'It does not tell what was said. Update the engine.')
    found.push(...recordedConversations(turns.value))
  }
  return ok({ conversations: distinctConversations(found), contacts: contacts.length, isAll })
}

async function newestContacts(source: ConversationSource, bot: BotId, most: number) {
  const contacts = new Set<string>()
  let before: number | null | undefined
  for (let page = 0; page < MOST_PAGES && contacts.size < most && before !== null; page += 1) {
    const answer = await source.conversations(bot, before)
    if (!answer.ok) return answer
    for (const { contact } of answer.value.conversations) contacts.add(contact)
    before = answer.value.before
  }
  const isAll = before === null && contacts.size <= most
  return ok({ contacts: [...contacts].slice(0, most), isAll })
}

async function turnsOf(
  source: ConversationSource,
  bot: BotId,
  contact: string,
): Promise<Result<readonly ReceivedTurn[]>> {
  const turns: ReceivedTurn[] = []
  let after = 0
  for (let page = 0; page < MOST_TURN_PAGES; page += 1) {
    const answer = await source.turns(bot, contact, after)
    if (!answer.ok) return answer
    turns.push(...answer.value.turns)
    after = answer.value.turns.at(-1)?.seq ?? after
    if (!answer.value.more) break
  }
  return ok(turns)
}

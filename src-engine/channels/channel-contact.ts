import { bareContact, contactIn } from '../../src-shared/lifecycle/environments.ts'
import type { ChannelKind } from '../../src-shared/publish/channel-protocol.ts'
import { contactSchema } from '../../src-shared/publish/conversation-protocol.ts'
import type { Channel } from '../store/channels.ts'
import { hashOf, type Person } from './heard.ts'

/** How callers begin, with whom nobody talks there. */
const CALLER = 'call'
/** How contacts of a kind begin; the web's have no channel in them, because the page is of the bot. */
const PREFIX = { whatsapp: 'wa', messenger: 'fb', instagram: 'ig', webhook: 'hook' } as const
export type TalkingKind = keyof typeof PREFIX

const OF_CHANNEL = new RegExp(
  `^(?:draft:|test:)?(?:${[...Object.values(PREFIX), CALLER].join('|')}):(ch[a-z0-9]{16}):`,
)

export function isTalking(kind: ChannelKind): kind is TalkingKind {
  return Object.hasOwn(PREFIX, kind)
}

/**
 * A person as a conversation calls them: by the id the channel gives, by the phone number only where there is no id,
 * for numbers change and may be hidden (research/designers.md 3.1). What is too long for a contact is its hash.
 */
export function contactOf(
  kind: TalkingKind,
  { id, environment }: Pick<Channel, 'id' | 'environment'>,
  { user, phone }: Person,
): string {
  const name = user ?? phone ?? ''
  const called = (tail: string) => contactIn(environment, `${PREFIX[kind]}:${id}:${tail}`)
  return contactSchema.safeParse(called(name)).success ? called(name) : called(hashOf(name))
}

/** Somebody who called a line, by the digits of their number. */
export function callerOf({ id, environment }: Pick<Channel, 'id' | 'environment'>, digits: string): string {
  return contactIn(environment, `${CALLER}:${id}:${digits}`)
}

/** A contact as they are called in the environment the channel is in now, which may have been another one. */
export function contactNow(contact: string, { environment }: Pick<Channel, 'environment'>): string {
  return contactIn(environment, bareContact(contact))
}

/** The channel a contact writes on; null for one of the web or of the conversation API. */
export function channelOf(contact: string): string | null {
  return OF_CHANNEL.exec(contact)?.[1] ?? null
}

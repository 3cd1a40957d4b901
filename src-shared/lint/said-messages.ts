import type { Channel } from '../document/settings.ts'
import type { Message } from '../message/message.ts'
import type { BlockSubject } from './block-subject.ts'
import { longestValues } from './longest-values.ts'
import { rehearse } from './rehearse.ts'

/** What a block says when it is entered, in a language and by channel, with the longest values its places may get. */
export function saidMessages(
  subject: BlockSubject,
  locale: string,
): (channel: Channel) => readonly Message[] {
  const enter = rehearse(subject, locale, longestValues(subject.wide))
  return channel => enter(channel).said
}

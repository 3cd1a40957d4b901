import type { Message } from '../../src-shared/message/message.ts'
import { openAddresses } from '../../src-shared/message/open-addresses.ts'

type WithContent = Readonly<{ content: Readonly<Record<string, unknown>> | null }>

/** A message with the addresses of the bot's own files written out, so that a channel can fetch them from here. */
export function openContent<M extends WithContent>(message: M, publicUrl: string): M {
  const { content } = message
  if (content === null) return message
  const { text: _, ...opened } = openAddresses(
    { text: '', ...(content as Partial<Message>) },
    hash => `${publicUrl}/media/${hash}`,
  )
  return { ...message, content: opened }
}

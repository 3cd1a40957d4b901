import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { type DeskChat, findChat } from '../store/desk-chats.ts'
import type { DeskHost } from './desk-route.ts'

/** A conversation an agent may look at: agents see the queue and what is or was theirs. */
export async function readableChat(
  { engine }: DeskHost,
  id: number,
  agent: string,
): Promise<Result<DeskChat>> {
  const chat = await findChat(engine.db, id)
  if (!chat || chat.state === 'offered') return fault('request/not-found')
  return chat.state === 'waiting' || chat.agent === agent ? ok(chat) : fault('desk/not-yours')
}

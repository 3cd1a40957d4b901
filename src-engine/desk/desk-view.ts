import type { OpenChat } from '../store/desk-chats.ts'
import { contactLabel, nameIn } from './contact-label.ts'
import type { ChatLine, DeskView } from './desk-protocol.ts'
import type { DeskState } from './keep-order.ts'
import { hasSkill, isThere, loadsOf } from './presence.ts'

/** Characters of what was said last. */
const PREVIEW = 120

/** The desk as an agent sees it: the queue, what is theirs, and who else is there; null for somebody who is no agent. */
export function deskView({ agents, chats, routing }: DeskState, name: string, now: number): DeskView | null {
  const me = agents.find(agent => agent.name === name)
  if (!me) return null
  const loads = loadsOf(chats)
  const line = (chat: OpenChat) => lineOf(chat, hasSkill(me.skills, chat.skill))
  return {
    me: {
      name,
      skills: [...me.skills],
      accepts: [...me.accepts],
      accepting: me.accepting,
      mostChats: me.mostChats,
    },
    routing,
    waiting: chats.filter(({ state }) => state === 'waiting').map(line),
    mine: chats.filter(({ state, agent }) => state === 'taken' && agent === name).map(line),
    colleagues: agents
      .filter(agent => agent.name !== name)
      .map(agent => ({
        name: agent.name,
        skills: [...agent.skills],
        takes: agent.accepting && isThere(agent, now),
        chats: loads.get(agent.name) ?? 0,
      })),
    skills: [...new Set(agents.flatMap(({ skills }) => skills))].sort(),
  }
}

function lineOf(chat: OpenChat, fits: boolean): ChatLine {
  const { id, contact, botName, channel, skill, reason, queuedAt, unread, lastNumber, lastFrom, lastAt } =
    chat
  return {
    id,
    who: nameIn(chat.summary),
    contact: contactLabel(contact),
    botName,
    channel,
    skill,
    reason,
    queuedAt,
    unread,
    lastNumber,
    lastText: (chat.lastText ?? '').slice(0, PREVIEW),
    lastFile: fileIn(chat),
    lastFrom,
    lastAt,
    fits,
  }
}

/** What is shown in place of a text that is empty. */
function fileIn({ lastText, lastContent }: OpenChat): ChatLine['lastFile'] {
  if (lastText !== '' || lastContent === null) return null
  const { files, media } = JSON.parse(lastContent) as Readonly<{ files?: readonly Kind[]; media?: Kind }>
  return files?.[0]?.kind ?? media?.kind ?? null
}

type Kind = Readonly<{ kind: NonNullable<ChatLine['lastFile']> }>

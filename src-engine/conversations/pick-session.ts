import { isPredefined } from '../../src-shared/document/predefined-variables.ts'
import type { Channel } from '../../src-shared/document/settings.ts'
import type { Value } from '../../src-shared/kit/value.ts'
import { start } from '../../src-shared/runtime/advance.ts'
import type { Program } from '../../src-shared/runtime/program.ts'
import type { Session } from '../../src-shared/runtime/session.ts'
import type { Conversation } from '../store/conversations.ts'
import type { Inbound, Profile } from '../store/inbound.ts'

type Choice = Readonly<{
  conversation: Conversation
  inbound: Inbound
  program: Program
  hash: string
  /** The engine's account, and an id for a conversation that may begin now. */
  account: string
  newId: () => string
}>

/**
 * The session a message is taken with: the open one as it is; else one in which the host's variables are set anew
 * and what the contact's own ones were is kept (requirements.md KAR-16…KAR-19).
 */
export function pickSession({ conversation, inbound, program, hash, account, newId }: Choice): Session {
  const { session } = conversation
  if (session?.state === 'open') return session
  const profile: Profile = inbound.profile === null ? {} : JSON.parse(inbound.profile)
  const known = predefinedOf(session)
  const contact: Record<string, Value> = {
    ...known,
    // Empty until somebody knows it: the designer's example must not be taken for the customer.
    NOME_CLIENTE: known.NOME_CLIENTE ?? profile.name ?? null,
    NUMERO_CLIENTE: known.NUMERO_CLIENTE ?? profile.number ?? inbound.contact,
    ID_CONTA_KAROO: account,
    OMNICHANNEL_SESSION: newId(),
  }
  const locale = inbound.locale ?? session?.locale
  const channel = (inbound.channel ?? session?.more?.channel) as Channel | undefined
  const fresh = start(program, { contact, ...(locale ? { locale } : {}), ...(channel ? { channel } : {}) })
  if (session === null) return fresh
  // What holds for the contact whatever the bot is: consent, and when they last wrote.
  const { at, more = {} } = session
  const kept = { ...fresh.more, optedOut: more.optedOut, heardAt: more.heardAt }
  if (conversation.hash === hash) return { ...session, ...fresh, state: session.state, more: kept }
  return { ...fresh, ...(at === undefined ? {} : { at }), more: kept }
}

function predefinedOf(session: Session | null): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(session?.values ?? {}).filter(([name]) => isPredefined(name)))
}

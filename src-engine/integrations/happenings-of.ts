import type { MessageType } from '../../src-shared/integrations/payloads.ts'
import type { RoutedHappening, Routing } from '../../src-shared/integrations/routing.ts'
import type { InputOf } from '../../src-shared/runtime/input.ts'
import type { ReadDb } from '../store/db.ts'
import { type Inbound, inputOf, outsideInputOf } from '../store/inbound.ts'
import { messageIdOf } from '../store/messages.ts'

type Host = Readonly<{
  db: ReadDb
  /** The address under which a bot elsewhere gets a file. */
  link: (url: string) => string
}>

/**
 * What an input is for the router; several where a message has several files, none where it means nothing to it, null
 * where it is the runtime's whatever is routed.
 */
export async function happeningsOf(
  { db, link }: Host,
  inbound: Inbound,
  routing: Routing,
): Promise<readonly RoutedHappening[] | null> {
  if (inbound.kind === 'outside') return outside(inbound)
  const input = inputOf(inbound)
  const { id } = input
  switch (input.type) {
    case 'message':
      return input.automated ? null : said(input, link)
    case 'agent':
      return [input.action === 'close' ? { type: 'agentClosed', id } : agentSaid(input, link)]
    case 'effect':
      return deskAnswered(input, routing)
    case 'delivery':
      return reported(db, inbound, input)
    case 'time':
      return isRouted(routing) ? [{ type: 'happened', id, event: 'inactivity', text: '' }] : null
    case 'schedule':
      return [{ type: 'happened', id, event: 'schedule', text: input.entry }]
    case 'referral':
      return [{ type: 'happened', id, event: 'referral', text: input.ref }]
    default:
      return null
  }
}

/** Whether a bot or a desk elsewhere has to do with the contact at the moment. */
export function isRouted({ bots, ccsp, asking }: Routing): boolean {
  return ccsp !== null || asking !== null || Object.keys(bots).length > 0
}

function outside(inbound: Inbound): readonly RoutedHappening[] {
  const input = outsideInputOf(inbound)
  if (!input) return []
  const { id, integration, conversation, event } = input
  if (event.type === 'unreached') return [{ type: 'unreached', integration }]
  return [{ type: 'bot', id, integration, conversation, event }]
}

const FILE_TYPES = { image: 'image', video: 'video', audio: 'audio', document: 'file' } as const

function said(
  { id, text, option, payload, location, files = [] }: InputOf<'message'>,
  link: Host['link'],
): readonly RoutedHappening[] {
  const postback = option ?? payload ?? null
  const [first, ...others] = files
  const place = location ? `${location.latitude},${location.longitude}` : ''
  const kind: MessageType = first
    ? FILE_TYPES[first.kind]
    : location
      ? 'location'
      : postback === null
        ? 'text'
        : 'interactive'
  return [
    {
      type: 'said',
      id,
      text: text === '' ? place : text,
      kind,
      media: first ? link(first.url) : '',
      postback,
    },
    ...others.map((file, index): RoutedHappening => {
      const [type, media] = [FILE_TYPES[file.kind], link(file.url)]
      return { type: 'said', id: `${id}/${index + 2}`, text: '', kind: type, media, postback: null }
    }),
  ]
}

function agentSaid({ id, text, media }: InputOf<'agent'>, link: Host['link']): RoutedHappening {
  if (!media) return { type: 'agentSaid', id, text }
  return { type: 'agentSaid', id, text, file: { media, kind: FILE_TYPES[media.kind], link: link(media.url) } }
}

/** What a desk answered that was asked for by the router; effects of a bot of this engine have other ids. */
function deskAnswered(
  { effect, result }: InputOf<'effect'>,
  { asking }: Routing,
): readonly RoutedHappening[] | null {
  if (asking?.conversation !== effect) return null
  const accepted = result.outcome === 'accepted'
  const message = result.outcome === 'failed' ? result.message : `The agent desk answered: ${result.outcome}.`
  return [{ type: 'deskAnswered', conversation: effect, accepted, message }]
}

async function reported(
  db: ReadDb,
  { bot, contact }: Inbound,
  { message, status, description = '' }: InputOf<'delivery'>,
): Promise<readonly RoutedHappening[] | null> {
  const id = await messageIdOf(db, { bot, contact }, message)
  // A bot of this engine counts its messages differently, and its reports are its own.
  if (!id?.startsWith(FROM_HOOK)) return null
  return status === 'sent' ? [] : [{ type: 'reported', message: id, status, description }]
}

/** How the ids of what bots elsewhere tell begin. */
export const FROM_HOOK = 'hook/'

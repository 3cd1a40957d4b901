import { bareContact } from '../../src-shared/lifecycle/environments.ts'
import { channelOf } from '../channels/channel-contact.ts'
import type { DoneTurn } from '../conversations/run-turn.ts'
import { appendConsents, type ConsentEntry } from '../store/consents.ts'
import type { WriteDb } from '../store/db.ts'

/** Writes down what contacts said in a conversation about being written to, in the transaction of those turns. */
export async function followConsents(tx: WriteDb, done: readonly DoneTurn[], notedAt: number): Promise<void> {
  const entries = done.flatMap(({ answer, conversation: { contact }, inbound }) =>
    answer.events.flatMap((event): readonly ConsentEntry[] =>
      event.type !== 'consentChanged'
        ? []
        : [
            {
              channel: channelOf(contact) ?? '',
              contact: bareContact(contact),
              category: 'all',
              consent: event.consent === 'given' ? 'given' : 'withdrawn',
              source: 'keyword',
              wording: inbound.text.slice(0, 500),
              key: '',
              at: inbound.at,
              notedAt,
            },
          ],
    ),
  )
  if (entries.length > 0) await appendConsents(tx, entries)
}

import type { Value } from '../../src-shared/kit/value.ts'
import type { Fact } from '../store/desk-chats.ts'

/** What is left of the id of a visitor of the web chat. Characters. */
const TAIL = 4
const WEB = 'web:'
/** What only the engine needs to know. */
const TECHNICAL = new Set(['AGENT_STATUS', 'ID_CONTA_KAROO', 'OMNICHANNEL_SESSION'])

/**
 * What agents call a contact. The id of a visitor of the web chat is all that protects their conversation, so that its
 * end only is shown.
 */
export function contactLabel(contact: string): string {
  return contact.startsWith(WEB) ? `#${contact.slice(-TAIL)}` : contact
}

/** The name of a contact, where the bot knows it. */
export function nameIn(summary: readonly Fact[]): string | null {
  const name = summary.find(fact => fact.name === 'NOME_CLIENTE')?.value
  return typeof name === 'string' && name.trim() !== '' ? name : null
}

/** What the bot knows, as people read it (requirements.md CM-11); what is empty says nothing. */
export function factsOf(summary: readonly Fact[]): readonly Readonly<{ name: string; value: string }>[] {
  return summary
    .filter(
      ({ name, value }) => !TECHNICAL.has(name) && !(typeof value === 'string' && value.startsWith(WEB)),
    )
    .map(({ name, value }) => ({ name, value: textOf(value) }))
    .filter(({ value }) => value !== '')
}

function textOf(value: Value): string {
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

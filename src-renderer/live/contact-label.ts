/** What is left of the id of a visitor of the web chat. Characters. */
const TAIL = 4

/**
 * What a contact is called: the number or name the provider knows them by. The id of a visitor of the web chat is all
 * that protects their conversation, so that its end only is shown.
 */
export function contactLabel(contact: string): string {
  const parts = contact.split(':')
  const last = parts.at(-1) ?? ''
  return parts.includes('web') ? `#${last.slice(-TAIL)}` : last
}

import { make } from '../../chat-page/element.js'
import { LogEnd } from '../../chat-page/log-end.js'
import { locationPart, messageParts, said } from '../../chat-page/message-parts.js'
import { filePart } from './file-part.js'
import { clock } from './times.js'

/**
 * @typedef {import('./desk-client.js').DeskMessage} DeskMessage
 * @typedef {import('./desk-client.js').ChatDetail} ChatDetail
 * @typedef {ChatDetail['notes'][number]} Note
 * @typedef {import('../../http/chat-message.ts').ChatParts} Parts
 * @typedef {{ log: HTMLElement, words: import('./words.js').Words, language: string, onEarlier: () => void }} Host
 */

/** What was said in a conversation, and what happened to it, in the order of time. */
export class LogView {
  /** @param {Host} host */
  constructor({ log, words, language, onEarlier }) {
    this.log = log
    this.words = words
    this.language = language
    this.earlier = make('button', 'earlier', words.earlier)
    this.earlier.type = 'button'
    this.earlier.addEventListener('click', onEarlier)
    this.names = { contact: '', bot: '' }
    this.first = Number.POSITIVE_INFINITY
    this.last = 0
    this.notes = 0
    /** What this agent just wrote, by its id. @type {Map<string, HTMLElement>} */
    this.sending = new Map()
    this.end = new LogEnd(log)
  }

  /** @param {{ contact: string, bot: string }} names */
  clear(names) {
    this.names = names
    this.first = Number.POSITIVE_INFINITY
    this.last = 0
    this.notes = 0
    this.sending.clear()
    this.log.replaceChildren()
  }

  /** @param {readonly DeskMessage[]} messages */
  show(messages) {
    const follow = this.end.isInSight()
    for (const message of messages) {
      if (message.number >= this.first && message.number <= this.last) continue
      this.sent(message.id.split('.').slice(2).join('.'))
      this.place(this.bubbleOf(message), message.at)
    }
    this.first = Math.min(this.first, ...messages.map(({ number }) => number))
    this.last = Math.max(this.last, ...messages.map(({ number }) => number))
    if (follow) this.end.show()
  }

  /** @param {boolean} isMore whether there is something before the first message */
  offerEarlier(isMore) {
    if (isMore) this.log.prepend(this.earlier)
    else this.earlier.remove()
  }

  /** @param {readonly Note[]} notes */
  showNotes(notes) {
    const follow = this.end.isInSight()
    for (const note of notes.slice(this.notes)) this.place(this.noteOf(note), note.at)
    this.notes = notes.length
    if (follow) this.end.show()
  }

  /** Before it is known to have arrived. @param {string} id @param {string} text */
  showSending(id, text) {
    const bubble = make('div', 'bubble agent', this.who('agent', Date.now()), said(text))
    bubble.append(make('p', 'state', this.words.sending))
    bubble.dataset.at = String(Infinity)
    this.sending.set(id, bubble)
    this.log.append(bubble)
    this.end.show()
  }

  /** @param {string} id */
  sent(id) {
    this.sending.get(id)?.remove()
    this.sending.delete(id)
  }

  /** @param {string} id */
  refuse(id) {
    const bubble = this.sending.get(id)
    bubble?.classList.add('refused')
    bubble?.querySelector('.state')?.replaceChildren(this.words.notSent)
    this.sending.delete(id)
  }

  /** @param {HTMLElement} entry @param {number} at */
  place(entry, at) {
    entry.dataset.at = String(at)
    const later = [...this.log.children].find(
      other => other instanceof HTMLElement && Number(other.dataset.at ?? -1) > at,
    )
    this.log.insertBefore(entry, later ?? null)
  }

  /** @param {DeskMessage} message */
  bubbleOf({ from, at, text, options, shown, files }) {
    const bubble = make('div', `bubble ${from}`, this.who(from, at))
    const parts = /** @type {Parts | null} */ (shown)
    if (from === 'bot' && parts) bubble.append(...messageParts(parts, this.words, () => {}))
    else if (text !== '') bubble.append(said(text))
    if (from !== 'bot' && parts?.location) bubble.append(locationPart(parts.location, this.words))
    for (const file of files) bubble.append(filePart(file, this))
    if (options && options.length > 0)
      bubble.append(make('p', 'choices', options.map(({ label }) => label).join(' · ')))
    // What the contact may choose is not for the agent to choose.
    for (const button of bubble.querySelectorAll('button')) button.disabled = true
    return bubble
  }

  /** @param {Note} note */
  noteOf({ kind, agent, target, text, at }) {
    const { notes, reasons } = this.words
    const sentence = notes[/** @type {keyof typeof notes} */ (kind)] ?? kind
    const said = sentence
      .replace('{agent}', () => agent ?? '')
      .replace('{target}', () => target ?? this.words.noSkill)
      .replace('{reason}', () => reasons[/** @type {keyof typeof reasons} */ (text)] ?? text)
    const more = kind === 'transferred' && text !== '' ? [make('span', 'note-text', text)] : []
    return make('p', 'note', `${said} · ${clock(at, this.language)}`, ...more)
  }

  /** @param {DeskMessage['from']} from @param {number} at */
  who(from, at) {
    const { words, names } = this
    const name = from === 'contact' ? names.contact : from === 'bot' ? names.bot : words.agent
    return make('p', 'by', make('span', 'name', name), ` ${clock(at, this.language)}`)
  }
}

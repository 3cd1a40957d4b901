import { make } from './element.js'
import { LogEnd } from './log-end.js'
import { locationPart, mediaPart, messageParts, said } from './message-parts.js'

/**
 * @typedef {import('./chat-client.js').Entry} Entry
 * @typedef {import('./chat-client.js').Outgoing} Outgoing
 * @typedef {{
 *   log: HTMLElement,
 *   words: import('./words.js').Words,
 *   choose: import('./message-parts.js').Choose,
 * }} Host
 */

/** The bubbles of a conversation. */
export class ChatView {
  /** @param {Host} host */
  constructor({ log, words, choose }) {
    this.log = log
    this.words = words
    this.choose = choose
    /** Bubbles of this visitor that are not in the transcript yet. @type {Map<string, HTMLElement>} */
    this.waiting = new Map()
    /** @type {Set<number>} */
    this.shown = new Set()
    this.end = new LogEnd(log)
  }

  /** Shows what the visitor just said, before anybody confirms it. @param {Outgoing} message */
  showOwn({ id, text, location, files = [] }) {
    const bubble = this.bubble('contact')
    const names = files.map(({ name }) => name).join(', ')
    const shown = location ? this.words.location : text || names
    bubble.append(said(shown), make('p', 'state', this.words.sending))
    this.waiting.set(id, bubble)
    this.log.append(bubble)
    this.end.show()
  }

  /** @param {readonly Entry[]} entries */
  show(entries) {
    const follow = this.end.isInSight()
    for (const entry of entries) if (!this.shown.has(entry.number)) this.place(entry)
    if (follow && entries.length > 0) this.end.show()
  }

  /** @param {string} id */
  refuse(id) {
    const bubble = this.waiting.get(id)
    bubble?.classList.add('refused')
    bubble?.querySelector('.state')?.replaceChildren(this.words.notSent)
    this.waiting.delete(id)
  }

  /** Cards can be chosen from the message the bot said last; to older ones nobody listens any more. @param {number | null} number */
  openCards(number) {
    for (const bubble of this.log.querySelectorAll('.bubble')) {
      const isOpen = bubble instanceof HTMLElement && bubble.dataset.number === String(number)
      for (const button of bubble.querySelectorAll('button')) button.disabled = !isOpen
    }
  }

  /** @param {Entry} entry */
  place(entry) {
    const { id, number, from } = entry
    this.shown.add(number)
    const waited = from === 'contact' ? this.waiting.get(id) : undefined
    if (waited) this.waiting.delete(id)
    waited?.querySelector('.state')?.remove()
    // What was sent is shown as it arrived: a picture in place of its name.
    if (waited && entry.shown) waited.remove()
    const own = entry.shown ? undefined : waited
    const bubble = own ?? this.bubbleOf(entry)
    bubble.dataset.number = String(number)
    const next = [...this.log.children].find(
      other =>
        other !== bubble && Number(/** @type {HTMLElement} */ (other).dataset.number ?? Infinity) > number,
    )
    if (!own || next) this.log.insertBefore(bubble, next ?? null)
  }

  /** @param {Entry} entry */
  bubbleOf({ from, text, options, shown }) {
    const bubble = this.bubble(from)
    if (from === 'bot' && shown) bubble.append(...messageParts(shown, this.words, this.choose))
    else {
      if (text !== '') bubble.append(said(text))
      if (shown?.location) bubble.append(locationPart(shown.location, this.words))
      for (const file of shown?.media ?? []) bubble.append(mediaPart(file, this.words))
    }
    if (shown?.cards) bubble.classList.add('wide')
    // What can be chosen is on buttons below; those who listen hear it with the message.
    if (options && options.length > 0)
      bubble.append(
        make('p', 'unseen', `${this.words.options}: ${options.map(({ label }) => label).join(', ')}`),
      )
    return bubble
  }

  /** An empty bubble of somebody. @param {Entry['from']} from */
  bubble(from) {
    const { words } = this
    const who = from === 'bot' ? words.says : from === 'agent' ? words.agent : words.you
    return make('div', `bubble ${from}`, make('span', from === 'agent' ? 'who' : 'unseen', who))
  }
}

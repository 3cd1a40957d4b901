/** @typedef {import('./chat-client.js').Entry} Entry */

/** Pixels from the end within which new messages keep the end in sight. */
const NEAR_END = 80

/**
 * The bubbles of a conversation. Texts go in as text only, so nothing a person or a bot says becomes part of the page.
 */
export class ChatView {
  /** @param {{ log: HTMLElement, words: import('./words.js').Words }} parts */
  constructor({ log, words }) {
    this.log = log
    this.words = words
    /** Bubbles of this visitor that are not in the transcript yet. @type {Map<string, HTMLElement>} */
    this.waiting = new Map()
    /** @type {Set<number>} */
    this.shown = new Set()
  }

  /** Shows what the visitor just said, before anybody confirms it. @param {{ id: string, text: string }} message */
  showOwn({ id, text }) {
    const bubble = this.bubble('contact', text)
    bubble.append(part('p', 'state', this.words.sending))
    this.waiting.set(id, bubble)
    this.log.append(bubble)
    this.toEnd()
  }

  /** @param {readonly Entry[]} entries */
  show(entries) {
    const follow = this.isAtEnd()
    for (const entry of entries) if (!this.shown.has(entry.number)) this.place(entry)
    if (follow && entries.length > 0) this.toEnd()
  }

  /** @param {string} id */
  refuse(id) {
    const bubble = this.waiting.get(id)
    bubble?.classList.add('refused')
    bubble?.querySelector('.state')?.replaceChildren(this.words.notSent)
    this.waiting.delete(id)
  }

  /** @param {Entry} entry */
  place({ id, number, from, text, options }) {
    this.shown.add(number)
    const own = from === 'contact' ? this.waiting.get(id) : undefined
    if (own) this.waiting.delete(id)
    own?.querySelector('.state')?.remove()
    const bubble = own ?? this.bubble(from, text)
    bubble.dataset.number = String(number)
    // What can be chosen is on buttons below; those who listen hear it with the message.
    if (options && !own)
      bubble.append(
        part('p', 'unseen', `${this.words.options}: ${options.map(({ label }) => label).join(', ')}`),
      )
    const next = [...this.log.children].find(
      other =>
        other !== bubble && Number(/** @type {HTMLElement} */ (other).dataset.number ?? Infinity) > number,
    )
    if (!own || next) this.log.insertBefore(bubble, next ?? null)
  }

  /** @param {'contact' | 'bot'} from @param {string} text */
  bubble(from, text) {
    const bubble = part('div', `bubble ${from}`, '')
    const said = part('p', 'said', text)
    said.dir = 'auto'
    bubble.append(part('span', 'unseen', from === 'bot' ? this.words.says : this.words.you), said)
    return bubble
  }

  isAtEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_END
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight
  }
}

/** @param {string} tag @param {string} name @param {string} text */
function part(tag, name, text) {
  const element = document.createElement(tag)
  element.className = name
  element.textContent = text
  return element
}

import { make } from '../../chat-page/element.js'
import { element } from './find.js'
import { age } from './times.js'

/**
 * @typedef {import('./desk-client.js').ChatLine} ChatLine
 * @typedef {import('./desk-client.js').DeskView} DeskView
 * @typedef {{ item: HTMLLIElement, update: (line: ChatLine, isShown: boolean) => void }} Row
 * @typedef {{
 *   words: import('./words.js').Words,
 *   language: string,
 *   open: (chat: number) => void,
 *   take: (chat: number) => void,
 * }} Host
 */

/** What waits and what is the agent's, the oldest first; what an agent knows stands before what others know. */
export class DeskLists {
  /** @param {Host} host */
  constructor(host) {
    this.host = host
    /** @type {Map<number, Row>} */
    this.mine = new Map()
    /** @type {Map<number, Row>} */
    this.waiting = new Map()
  }

  /** @param {DeskView} view @param {number | null} shown the conversation that is open */
  show({ mine, waiting }, shown) {
    const fitting = [...waiting.filter(({ fits }) => fits), ...waiting.filter(({ fits }) => !fits)]
    this.fill('mine', this.mine, mine, line => line.id === shown)
    this.fill('waiting', this.waiting, fitting, line => line.id === shown)
  }

  /**
   * Rows stay where they are as long as they can, so that nobody loses the one they are at.
   * @param {'mine' | 'waiting'} name @param {Map<number, Row>} rows @param {readonly ChatLine[]} lines
   * @param {(line: ChatLine) => boolean} isShown
   */
  fill(name, rows, lines, isShown) {
    const list = element(name)
    const ids = new Set(lines.map(({ id }) => id))
    for (const [id, { item }] of rows)
      if (!ids.has(id)) {
        rows.delete(id)
        item.remove()
      }
    for (const [index, line] of lines.entries()) {
      const row = rows.get(line.id) ?? this.row(line.id, name === 'waiting')
      rows.set(line.id, row)
      row.update(line, isShown(line))
      if (list.children[index] !== row.item) list.insertBefore(row.item, list.children[index] ?? null)
    }
    element(`${name}-count`).textContent = lines.length > 0 ? String(lines.length) : ''
    element(`${name}-none`).hidden = lines.length > 0
  }

  /** @param {number} id @param {boolean} canTake @returns {Row} */
  row(id, canTake) {
    const { words, language, open, take } = this.host
    const who = make('span', 'who')
    const unread = make('span', 'unread')
    const since = make('span', 'since')
    const about = make('span', 'about-line')
    const last = make('span', 'last')
    const opens = make('button', 'row', make('span', 'row-head', who, unread, since), about, last)
    opens.type = 'button'
    opens.addEventListener('click', () => open(id))
    const takes = make('button', 'take', words.take)
    takes.type = 'button'
    takes.addEventListener('click', () => take(id))
    const item = make('li', 'line-item', opens, ...(canTake ? [takes] : []))
    return {
      item,
      update(line, isShown) {
        const name = nameOf(line)
        setText(who, name)
        setText(since, age(line.queuedAt, language, words.now))
        unread.hidden = line.unread === 0
        setText(unread, String(line.unread))
        unread.title = words.unread
        setText(about, [line.skill ?? words.noSkill, line.channel, line.botName].join(' · '))
        setText(last, line.lastFile ? words[line.lastFile] : line.lastText)
        takes.setAttribute('aria-label', `${words.take}: ${name}`)
        item.classList.toggle('other', !line.fits)
        item.classList.toggle('is-unread', line.unread > 0)
        if (isShown) opens.setAttribute('aria-current', 'true')
        else opens.removeAttribute('aria-current')
      },
    }
  }
}

/** What a contact is called. @param {{ who: string | null, contact: string }} line */
export function nameOf({ who, contact }) {
  return who ?? contact
}

/** Only what has changed is written, for what is written may be read out. @param {HTMLElement} target @param {string} text */
function setText(target, text) {
  if (target.textContent !== text) target.textContent = text
}

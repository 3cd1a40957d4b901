import { make } from '../../chat-page/element.js'
import { uploadFile } from '../../chat-page/upload-file.js'
import { sizeOf } from './file-part.js'
import { element } from './find.js'

/**
 * @typedef {import('./desk-client.js').ChatDetail} ChatDetail
 * @typedef {import('./words.js').Words} Words
 * @typedef {{ hash: string, name: string, alt: string }} Ready
 * @typedef {{
 *   file: File,
 *   item: HTMLElement,
 *   stop: AbortController,
 *   hash: string | null,
 *   alt: HTMLInputElement | null,
 *   hasFailed: boolean,
 * }} Held
 * @typedef {{
 *   words: Words,
 *   language: string,
 *   upload: (chat: number) => { address: string, headers: Readonly<Record<string, string>> },
 *   onChange: () => void,
 * }} Host
 */

/** What only the channel of a conversation refuses. */
const THERE = /** @type {const} */ ({
  'desk/file-type': 'fileNotShown',
  'desk/file-size': 'fileTooLargeThere',
})

/** The files an agent is about to send, by conversation: they must not go to somebody else. */
export class Tray {
  /** @param {Host} host */
  constructor(host) {
    this.host = host
    this.list = element('tray')
    /** @type {Map<number, Held[]>} */
    this.held = new Map()
    /** @type {number | null} */
    this.chat = null
  }

  /** @param {number} chat */
  open(chat) {
    this.chat = chat
    this.draw()
  }

  /** @param {readonly File[]} files @param {Pick<ChatDetail, 'mostBytes' | 'channel'>} detail */
  add(files, detail) {
    const { chat } = this
    if (chat === null) return
    for (const file of files) {
      const held = this.hold(chat, file)
      this.of(chat).push(held)
      void this.send(chat, held, detail)
    }
    this.draw()
  }

  /** Whether a file is still on its way. */
  isBusy() {
    return this.chat !== null && this.of(this.chat).some(({ hash, hasFailed }) => hash === null && !hasFailed)
  }

  /** Takes out what can be sent; what was refused stays, so that it is seen. @returns {readonly Ready[]} */
  take() {
    if (this.chat === null) return []
    const all = this.of(this.chat)
    this.held.set(
      this.chat,
      all.filter(({ hash }) => hash === null),
    )
    this.draw()
    return all.flatMap(({ file, hash, alt }) =>
      hash === null ? [] : [{ hash, name: file.name.slice(0, 240), alt: alt?.value.trim() ?? '' }],
    )
  }

  /** @param {number} chat */
  of(chat) {
    const known = this.held.get(chat)
    if (known) return known
    /** @type {Held[]} */
    const none = []
    this.held.set(chat, none)
    return none
  }

  draw() {
    const { chat, list } = this
    const items = chat === null ? [] : this.of(chat).map(({ item }) => item)
    list.replaceChildren(...items)
    list.hidden = items.length === 0
    this.host.onChange()
  }

  /** @param {number} chat @param {File} file @returns {Held} */
  hold(chat, file) {
    const { words, language } = this.host
    const remove = make('button', 'plain', '×')
    remove.type = 'button'
    remove.setAttribute(
      'aria-label',
      words.removeFile.replace('{file}', () => file.name),
    )
    const name = make('bdi', 'tray-name', file.name)
    const size = make('span', 'tray-size', sizeOf(file.size, language))
    const ending = /\.(\w{1,4})$/.exec(file.name)?.[1] ?? ''
    const face = make('span', 'tray-face', ending.toUpperCase())
    face.ariaHidden = 'true'
    const item = make('li', 'tray-item', face, make('div', 'tray-words', name, size), remove)
    /** @type {Held} */
    const held = { file, item, stop: new AbortController(), hash: null, alt: null, hasFailed: false }
    remove.addEventListener('click', () => {
      held.stop.abort()
      this.held.set(
        chat,
        this.of(chat).filter(other => other !== held),
      )
      this.draw()
      element('text').focus()
    })
    return held
  }

  /** @param {number} chat @param {Held} held @param {Pick<ChatDetail, 'mostBytes' | 'channel'>} detail */
  async send(chat, held, detail) {
    const { words, upload } = this.host
    const { file, item, stop } = held
    if (file.size > mostOf(file, detail)) return this.refuse(held, 'fileTooLargeThere', detail)
    const bar = make('progress', 'tray-bar')
    bar.max = 1
    bar.value = 0
    bar.setAttribute(
      'aria-label',
      words.uploading.replace('{file}', () => file.name),
    )
    item.querySelector('.tray-words')?.append(bar)
    const { address, headers } = upload(chat)
    const onProgress = (/** @type {number} */ part) => {
      bar.value = part
    }
    const sent = await uploadFile(address, file, { headers, onProgress, signal: stop.signal, others: THERE })
    bar.remove()
    if (typeof sent === 'string') return this.refuse(held, sent, detail)
    held.hash = sent.hash
    if (file.type.startsWith('image/')) this.picture(held, sent.hash)
    this.host.onChange()
  }

  /** @param {Held} held @param {string} hash */
  picture(held, hash) {
    const { words } = this.host
    const image = make('img', 'tray-picture')
    image.alt = ''
    image.src = `media/${hash}`
    held.item.querySelector('.tray-face')?.replaceChildren(image)
    const alt = make('input', 'input')
    alt.maxLength = 1000
    alt.placeholder = words.alt
    alt.setAttribute(
      'aria-label',
      words.altOf.replace('{file}', () => held.file.name),
    )
    held.alt = alt
    held.item.querySelector('.tray-words')?.append(alt)
  }

  /**
   * @param {Held} held @param {import('../../chat-page/upload-file.js').Trouble | typeof THERE[keyof typeof THERE]} trouble
   * @param {Pick<ChatDetail, 'mostBytes' | 'channel'>} detail
   */
  refuse(held, trouble, detail) {
    const { words, language, onChange } = this.host
    held.hasFailed = true
    held.item.classList.add('refused')
    const said = words[trouble]
      .replace('{file}', () => held.file.name)
      .replace('{channel}', () => detail.channel)
      .replace('{size}', () => sizeOf(mostOf(held.file, detail), language))
    const told = make('p', 'trouble', said)
    told.setAttribute('role', 'alert')
    held.item.querySelector('.tray-words')?.append(told)
    onChange()
  }
}

/** The most bytes of a file, as far as its name tells what it is. @param {File} file @param {Pick<ChatDetail, 'mostBytes'>} detail */
function mostOf({ type }, { mostBytes }) {
  const kind = type.split('/')[0] ?? ''
  return mostBytes[/** @type {keyof typeof mostBytes} */ (kind)] ?? mostBytes.document
}

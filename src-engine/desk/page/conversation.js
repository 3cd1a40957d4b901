import { randomId } from '../../chat-page/visitor.js'
import { showAbout } from './about-view.js'
import { nameOf } from './desk-lists.js'
import { askClose, askReply, askTransfer } from './dialogs.js'
import { button, element, find } from './find.js'
import { LogView } from './log-view.js'
import { Tray } from './tray.js'

/**
 * @typedef {import('./desk-client.js').DeskView} DeskView
 * @typedef {import('./desk-client.js').ChatDetail} ChatDetail
 * @typedef {import('./desk-client.js').SignedIn} SignedIn
 * @typedef {{
 *   client: import('./desk-client.js').DeskClient,
 *   words: import('./words.js').Words,
 *   language: string,
 * }} Host
 */

/** The conversation that is open: what was said, what is known, and what the agent does with it. */
export class Conversation {
  /** @param {Host} host */
  constructor({ client, words, language }) {
    this.client = client
    this.words = words
    this.language = language
    /** @type {number | null} */
    this.id = null
    /** @type {ChatDetail | null} */
    this.detail = null
    /** @type {DeskView | null} */
    this.view = null
    /** @type {SignedIn['replies']} */
    this.replies = []
    /** What was just taken, until the desk tells it too. @type {number | null} */
    this.taken = null
    this.readNumber = 0
    /** What was written and not sent, by conversation: it must not go to somebody else. @type {Map<number, string>} */
    this.drafts = new Map()
    /** What the desk last told of the conversation that is open. */
    this.lastLine = ''
    this.isLoading = false
    this.isStale = false
    this.text = find('text', HTMLTextAreaElement)
    const log = element('log')
    this.log = new LogView({ log, words, language, onEarlier: () => void this.earlier() })
    const upload = (/** @type {number} */ chat) => client.upload(chat)
    this.tray = new Tray({ words, language, upload, onChange: () => this.showTray() })
    this.listen()
    this.listenForFiles()
  }

  listen() {
    const { words } = this
    this.text.placeholder = words.placeholder
    element('composer').addEventListener('submit', event => {
      event.preventDefault()
      this.send()
    })
    this.text.addEventListener('keydown', event => {
      // While an input method composes, Enter chooses a word.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
      event.preventDefault()
      this.send()
    })
    button('replies').addEventListener('click', () => askReply(this.replies, text => this.insert(text)))
    button('take').addEventListener('click', () => this.id !== null && void this.take(this.id))
    button('transfer').addEventListener('click', () => {
      if (this.view)
        askTransfer(this.view, words, to => void this.leave(client => client.transfer(this.now(), to)))
    })
    button('close').addEventListener('click', () =>
      askClose(words, reason => void this.leave(client => client.close(this.now(), reason))),
    )
    document.addEventListener('visibilitychange', () => this.markRead())
  }

  listenForFiles() {
    const input = find('file', HTMLInputElement)
    button('attach').addEventListener('click', () => input.click())
    input.addEventListener('change', () => {
      this.attach([...(input.files ?? [])])
      input.value = ''
    })
    this.text.addEventListener('paste', event => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      this.attach(files)
    })
    addEventListener('dragover', event => event.preventDefault())
    addEventListener('drop', event => {
      event.preventDefault()
      this.attach([...(event.dataTransfer?.files ?? [])])
    })
  }

  /** @param {readonly File[]} files */
  attach(files) {
    if (files.length === 0 || !this.detail || !this.isMine()) return
    this.tray.add(files, this.detail)
    this.text.focus()
  }

  /** What is on its way is waited for; the log, which has less room now, stays at its end. */
  showTray() {
    button('send').disabled = this.tray?.isBusy() ?? false
    if (this.log.end.isFollowed) this.log.end.show()
  }

  /** Shows a conversation from its end. @param {number} id */
  async open(id) {
    if (this.id !== null) this.drafts.set(this.id, this.text.value)
    this.text.value = this.drafts.get(id) ?? ''
    this.id = id
    this.tray.open(id)
    this.lastLine = ''
    this.detail = null
    this.readNumber = 0
    const [detail, last] = await Promise.all([this.client.detail(id), this.client.messages(id, {})])
    if (this.id !== id) return
    if (!detail.ok || !last.ok) return this.say(this.words.faults[detail.ok ? 'offline' : detail.code] ?? '')
    this.show(detail.value)
    this.log.show(last.value.messages)
    this.log.offerEarlier(last.value.more)
    this.log.showNotes(detail.value.notes)
    this.log.end.show()
    this.markRead()
    if (this.isMine()) this.text.focus()
    else element('chat-who').focus()
    // What was said before is there to read, not to be read out.
    element('log').setAttribute('aria-live', 'polite')
    if (this.view) await this.update(this.view)
  }

  /** @param {ChatDetail} detail */
  show(detail) {
    const { botName, channel, skill } = detail
    this.detail = detail
    element('log').setAttribute('aria-live', 'off')
    this.log.clear({ contact: nameOf(detail), bot: botName })
    element('nothing').hidden = true
    element('chat').hidden = false
    element('chat-who').textContent = nameOf(detail)
    element('chat-where').textContent = [botName, channel, skill].filter(part => part).join(' · ')
    showAbout(element('about'), detail, this)
    this.showControls()
  }

  /** The desk has changed. @param {DeskView} view */
  async update(view) {
    this.view = view
    this.showControls()
    this.isStale = true
    if (this.isLoading) return
    this.isLoading = true
    while (this.isStale) {
      this.isStale = false
      await this.catchUp()
    }
    this.isLoading = false
  }

  /** Fetches what the desk says is new in the conversation that is open. */
  async catchUp() {
    const { id, view, detail } = this
    if (id === null || !view || !detail) return
    const line = [...view.mine, ...view.waiting].find(one => one.id === id)
    const now = JSON.stringify(line)
    if (!line || now === this.lastLine) return
    this.lastLine = now
    if (line.lastNumber > this.log.last) await this.more()
    await this.notes()
  }

  /** @param {number} id */
  async take(id) {
    const answer = await this.client.take(id)
    if (!answer.ok) return this.say(this.words.faults[answer.code] ?? this.words.faults.offline ?? '')
    this.taken = id
    await this.open(id)
  }

  /** A text goes with the first of the files; each other one is a message of its own. */
  send() {
    const { id } = this
    const text = this.expanded(this.text.value.trim())
    if (text === null || id === null || this.tray.isBusy()) return
    const [first, ...others] = this.tray.take()
    if (text === '' && !first) return
    this.text.value = ''
    const said = { id: randomId(), text, ...(first ? { file: first } : {}) }
    void this.deliverAll(id, [said, ...others.map(file => ({ id: randomId(), text: '', file }))])
  }

  /** In their order. @param {number} chat @param {readonly import('./desk-client.js').Said[]} messages */
  async deliverAll(chat, messages) {
    for (const said of messages) await this.deliver(chat, said)
  }

  /** `/name` alone stands for a text that is said often; it can be changed before it is sent. @param {string} typed */
  expanded(typed) {
    const reply = this.replies.find(({ name }) => typed === `/${name}`)
    if (!reply) return typed
    this.text.value = ''
    this.insert(reply.text)
    return null
  }

  /** @param {number} chat @param {import('./desk-client.js').Said} said */
  async deliver(chat, said) {
    this.say('')
    if (this.id === chat)
      this.log.showSending(said.id, said.text === '' ? (said.file?.name ?? '') : said.text)
    const answer = await this.client.say(chat, said)
    if (this.id !== chat) return
    if (answer.ok) return this.more()
    this.log.refuse(said.id)
    if (this.text.value === '') this.text.value = said.text
    this.say(this.words.faults[answer.code] ?? this.words.faults.offline ?? '')
  }

  /** @param {(client: Host['client']) => ReturnType<Host['client']['close']>} act what ends it for this agent */
  async leave(act) {
    const answer = await act(this.client)
    if (!answer.ok) return this.say(this.words.faults[answer.code] ?? this.words.faults.offline ?? '')
    this.taken = null
    this.showControls()
    await this.notes()
    element('chat-who').focus()
  }

  /** Puts a text where the agent writes, with what is known in place of `{{NAME}}`. @param {string} text */
  insert(text) {
    const known = new Map(this.detail?.summary.map(({ name, value }) => [name, value]))
    const filled = text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name) => known.get(name) ?? '')
    const { selectionStart, selectionEnd } = this.text
    this.text.setRangeText(filled, selectionStart, selectionEnd, 'end')
    this.text.focus()
  }

  async more() {
    const chat = this.id
    if (chat === null) return
    for (let isMore = true; isMore; ) {
      const answer = await this.client.messages(chat, { after: this.log.last })
      if (!answer.ok || this.id !== chat) return
      this.log.show(answer.value.messages)
      isMore = answer.value.more
    }
    this.markRead()
  }

  async earlier() {
    const chat = this.id
    if (chat === null) return
    const answer = await this.client.messages(chat, { before: this.log.first })
    if (!answer.ok || this.id !== chat) return
    this.log.show(answer.value.messages)
    this.log.offerEarlier(answer.value.more)
    element('log').focus()
  }

  async notes() {
    const chat = this.id
    if (chat === null || !this.detail) return
    const detail = await this.client.detail(chat)
    if (detail.ok && this.id === chat) this.log.showNotes(detail.value.notes)
  }

  markRead() {
    const { id, log } = this
    if (id === null || !this.isMine() || document.visibilityState !== 'visible') return
    if (log.last <= this.readNumber) return
    this.readNumber = log.last
    void this.client.read(id, log.last)
  }

  isMine() {
    const { id, view } = this
    return id !== null && (this.taken === id || (view?.mine.some(line => line.id === id) ?? false))
  }

  showControls() {
    const { id, view, words } = this
    if (id === null) return
    if (view?.mine.some(line => line.id === id)) this.taken = null
    const isMine = this.isMine()
    const isWaiting = !isMine && (view?.waiting.some(line => line.id === id) ?? false)
    button('take').hidden = !isWaiting
    button('transfer').hidden = !isMine
    button('close').hidden = !isMine
    element('composer').hidden = !isMine
    element('tray').hidden = !isMine || element('tray').childElementCount === 0
    if (isMine || isWaiting) {
      if (element('notice').textContent === words.left) this.say('')
    } else this.say(words.left)
  }

  /** @param {string} text */
  say(text) {
    const notice = element('notice')
    if (notice.textContent !== text) notice.textContent = text
  }

  /** The conversation that is open, which is there while something is done with it. */
  now() {
    return this.id ?? 0
  }
}

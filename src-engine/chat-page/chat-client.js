/**
 * @typedef {import('../http/chat-message.ts').ChatMessage} Entry
 * @typedef {{ latitude: number, longitude: number }} Spot
 * @typedef {{ hash: string, name: string }} NamedFile
 * @typedef {{ id: string, text: string, option?: string, location?: Spot, files?: NamedFile[] }} Outgoing
 * @typedef {'ok' | 'offline' | 'busy'} Line
 * @typedef {{
 *   address: string,
 *   outbox: Outgoing[],
 *   keepOutbox: (messages: readonly Outgoing[]) => void,
 *   onEntries: (entries: readonly Entry[], answering: boolean) => void,
 *   onRefused: (message: Outgoing) => void,
 *   onLine: (line: Line) => void,
 * }} Host
 */

const ANSWER_WITHIN_MS = 15_000
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 10_000
/** Things can be said unasked, such as when a bot is taken off work. */
const LOOK_EVERY_MS = 4000
/** After a message more may follow soon: what a bot looked up, a delay, a person. */
const LOOK_SOON_EVERY_MS = 1000
const SOON_MS = 15_000

/**
 * Talks to the engine: sends one message after the other, each until there is an answer and always under the same
 * id, so that a lost answer never becomes a second message.
 */
export class ChatClient {
  /** @param {Host} host */
  constructor(host) {
    this.host = host
    /** @type {Outgoing[]} */
    this.outbox = host.outbox
    this.last = 0
    this.isSending = false
    /** @type {(() => void) | null} */
    this.wake = null
    this.lastSentAt = -SOON_MS
    this.next = 0
  }

  /** Loads what was said before, sends what was left, and looks for news while the page is seen. */
  async start() {
    addEventListener('online', () => this.wake?.())
    while (!(await this.look())) await this.pause(FIRST_WAIT_MS * 4)
    void this.sendAll()
    this.lookLater()
  }

  /** Plans the next look for news; a message that is sent meanwhile makes it sooner. */
  lookLater() {
    clearTimeout(this.next)
    const isSoon = performance.now() - this.lastSentAt < SOON_MS
    const look = async () => {
      if (document.visibilityState === 'visible' && !this.isSending) await this.look()
      this.lookLater()
    }
    this.next = setTimeout(look, isSoon ? LOOK_SOON_EVERY_MS : LOOK_EVERY_MS)
  }

  /** @param {Outgoing} message */
  send(message) {
    this.outbox.push(message)
    this.host.keepOutbox(this.outbox)
    this.wake?.()
    void this.sendAll()
    this.lastSentAt = performance.now()
    // Before the first look has come back there is nothing planned to bring forward.
    if (this.next !== 0) this.lookLater()
  }

  /** Fetches what is new; false when the engine cannot be reached. */
  async look() {
    for (let more = true; more; ) {
      const answer = await this.request(`?after=${this.last}`, undefined)
      if (answer.status !== 200) {
        this.host.onLine('offline')
        return false
      }
      more = answer.value.more
      this.take(answer.value.messages, answer.value.answering)
    }
    this.host.onLine('ok')
    return true
  }

  async sendAll() {
    if (this.isSending) return
    this.isSending = true
    let wait = FIRST_WAIT_MS
    for (let message = this.outbox[0]; message; message = this.outbox[0]) {
      const { status } = await this.request('', message)
      if (isLater(status)) {
        this.host.onLine(status === 429 ? 'busy' : 'offline')
        await this.pause(wait)
        wait = Math.min(wait * 2, LONGEST_WAIT_MS)
        continue
      }
      wait = FIRST_WAIT_MS
      this.outbox.shift()
      this.host.keepOutbox(this.outbox)
      if (status !== 200) this.host.onRefused(message)
      // The transcript says it all, with numbers, and what another window of this visitor said meanwhile.
      await this.look()
    }
    this.isSending = false
  }

  /** @param {Entry[]} entries @param {boolean} answering */
  take(entries, answering) {
    this.last = Math.max(this.last, ...entries.map(({ number }) => number))
    this.host.onEntries(entries, answering)
  }

  /**
   * @param {string} query @param {Outgoing | undefined} message
   * @returns {Promise<{ status: number, value: { messages: Entry[], more: boolean, answering: boolean } }>} status 0: not reached
   */
  async request(query, message) {
    const nothing = { messages: [], more: false, answering: true }
    const sending = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
    }
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
      const response = await fetch(this.host.address + query, message ? { ...sending, signal } : { signal })
      return { status: response.status, value: response.ok ? await response.json() : nothing }
    } catch {
      return { status: 0, value: nothing }
    }
  }

  /** @param {number} ms */
  async pause(ms) {
    await new Promise(resolve => {
      this.wake = () => resolve(undefined)
      setTimeout(resolve, ms)
    })
    this.wake = null
  }
}

/** Whether the same message may do better later: not reached, in a hurry, or trouble on the engine's side. */
function isLater(/** @type {number} */ status) {
  return status === 0 || status === 429 || status >= 500
}

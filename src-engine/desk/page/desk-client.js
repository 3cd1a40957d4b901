/**
 * @typedef {import('../desk-protocol.ts').DeskView} DeskView
 * @typedef {import('../desk-protocol.ts').ChatLine} ChatLine
 * @typedef {import('../desk-protocol.ts').ChatDetail} ChatDetail
 * @typedef {import('../desk-protocol.ts').DeskMessage} DeskMessage
 * @typedef {import('../desk-protocol.ts').DeskMessages} DeskMessages
 * @typedef {import('../desk-protocol.ts').SignedIn} SignedIn
 * @typedef {{ id: string, text: string, file?: { hash: string, name: string, alt: string } }} Said
 * @typedef {{
 *   onView: (view: DeskView) => void,
 *   onLine: (isHere: boolean) => void,
 *   onSignedOut: () => void,
 * }} Host
 */

/**
 * What came of a request: a value, or the code of the fault; `offline` when the engine was not reached.
 * @template T
 * @typedef {{ ok: true, value: T } | { ok: false, code: string }} Answer
 */

const BASE = 'desk/api'
const ANSWER_WITHIN_MS = 15_000
const AGAIN_MS = 2000
/** A message is sent again under its id until it is known what became of it. */
const TRIES = 5

/** Talks to the engine in the name of an agent. */
export class DeskClient {
  /** @param {Host} host */
  constructor(host) {
    this.host = host
    this.token = ''
    /** @type {EventSource | null} */
    this.news = null
    this.again = 0
  }

  /** Who is signed in already. @returns {Promise<Answer<SignedIn>>} */
  session() {
    return this.begun(this.request('GET', '/session'))
  }

  /** @param {string} name @param {string} password @returns {Promise<Answer<SignedIn>>} */
  signIn(name, password) {
    return this.begun(this.request('POST', '/session', { name, password }))
  }

  async signOut() {
    this.stop()
    await this.request('DELETE', '/session')
    this.token = ''
  }

  /** Keeps the page up to date until `stop`. */
  listen() {
    this.stop()
    const news = new EventSource(`${BASE}/news`)
    this.news = news
    news.addEventListener('open', () => this.host.onLine(true))
    news.addEventListener('message', ({ data }) => this.host.onView(JSON.parse(data)))
    news.addEventListener('error', () => {
      this.host.onLine(false)
      // The browser asks again by itself, unless it was refused.
      if (news.readyState === EventSource.CLOSED) this.comeBack()
    })
  }

  stop() {
    clearTimeout(this.again)
    this.news?.close()
    this.news = null
  }

  /** @param {boolean} accepting @param {readonly string[]} accepts */
  setPresence(accepting, accepts) {
    return this.request('PUT', '/presence', { accepting, accepts })
  }

  /** @param {number} chat @returns {Promise<Answer<ChatDetail>>} */
  detail(chat) {
    return this.request('GET', `/chats/${chat}`)
  }

  /** @param {number} chat @param {{ after?: number, before?: number }} which @returns {Promise<Answer<DeskMessages>>} */
  messages(chat, which) {
    const query = Object.entries(which).map(([name, value]) => `${name}=${value}`)
    return this.request('GET', `/chats/${chat}/messages?${query.join('&')}`)
  }

  /** @param {number} chat */
  take(chat) {
    return this.request('POST', `/chats/${chat}/take`)
  }

  /** @param {number} chat @param {Said} said */
  async say(chat, said) {
    for (let tries = 1; ; tries += 1) {
      const answer = await this.request('POST', `/chats/${chat}/messages`, said)
      if (answer.ok || answer.code !== 'offline' || tries === TRIES) return answer
      await new Promise(resolve => setTimeout(resolve, AGAIN_MS))
    }
  }

  /** Where a file for a conversation is uploaded, and what goes with it. @param {number} chat */
  upload(chat) {
    return { address: `${BASE}/chats/${chat}/files`, headers: { 'x-desk-token': this.token } }
  }

  /** @param {number} chat @param {number} number */
  read(chat, number) {
    return this.request('PUT', `/chats/${chat}/read`, { number })
  }

  /** @param {number} chat @param {{ agent: string | null, skill: string | null, note: string }} to */
  transfer(chat, to) {
    return this.request('POST', `/chats/${chat}/transfer`, to)
  }

  /** @param {number} chat @param {string} reason */
  close(chat, reason) {
    return this.request('POST', `/chats/${chat}/close`, { reason })
  }

  /** @param {Promise<Answer<SignedIn>>} asked */
  async begun(asked) {
    const answer = await asked
    if (answer.ok) this.token = answer.value.token
    return answer
  }

  comeBack() {
    clearTimeout(this.again)
    this.again = setTimeout(async () => {
      const session = await this.session()
      if (session.ok) this.listen()
      else if (session.code !== 'desk/signed-out') this.comeBack()
    }, AGAIN_MS)
  }

  /**
   * @param {string} method @param {string} path @param {object} [body]
   * @returns {Promise<Answer<any>>}
   */
  async request(method, path, body) {
    /** @type {Record<string, string>} */
    const headers = method === 'GET' ? {} : { 'x-desk-token': this.token }
    if (body) headers['content-type'] = 'application/json'
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
      const sending = { method, headers, signal, ...(body ? { body: JSON.stringify(body) } : {}) }
      const response = await fetch(BASE + path, sending)
      if (response.status >= 500) return { ok: false, code: 'offline' }
      const value = await response.json()
      if (response.ok) return { ok: true, value }
      if (value.code === 'desk/signed-out') this.host.onSignedOut()
      return { ok: false, code: String(value.code) }
    } catch {
      return { ok: false, code: 'offline' }
    }
  }
}

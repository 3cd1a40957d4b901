/** 192 bits: nobody guesses somebody else's conversation. */
const ID_BYTES = 24

/**
 * This browser's conversation with a bot: who the visitor is and what is not delivered yet, kept across reloads.
 * Where the browser keeps nothing, it lives as long as the page.
 * @param {string} bot
 */
export function visitorOf(bot) {
  const key = `parley.${bot}.visitor`
  const outboxKey = `parley.${bot}.outbox`
  const id = read(key) ?? randomId()
  write(key, id)
  return {
    id,
    /** @returns {import('./chat-client.js').Outgoing[]} */
    outbox: () => parseList(read(outboxKey)),
    /** @param {readonly import('./chat-client.js').Outgoing[]} messages */
    keepOutbox: messages => write(outboxKey, JSON.stringify(messages)),
  }
}

/** A random id in base64url; works on plain http too, where randomUUID does not. */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

/** @param {string} key @returns {string | null} */
function read(key) {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** @param {string} key @param {string} value */
function write(key, value) {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Blocked or full: the conversation goes on, a reload just will not find it.
  }
}

/** @param {string | null} text @returns {import('./chat-client.js').Outgoing[]} */
function parseList(text) {
  try {
    const list = JSON.parse(text ?? '[]')
    return Array.isArray(list)
      ? list.filter(({ id, text: said }) => typeof id === 'string' && typeof said === 'string')
      : []
  } catch {
    return []
  }
}

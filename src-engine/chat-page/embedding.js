/**
 * The page around this one, when it is in a frame or an app: it is told that it may close, and of what was said. Nothing
 * of a conversation is told, so it does not matter who listens.
 */
export function embedding() {
  const isEmbedded = new URLSearchParams(location.search).has('embed')
  /** @param {Record<string, string | number>} message */
  const tell = message => {
    if (isEmbedded && window.parent !== window) window.parent.postMessage(message, '*')
  }
  return {
    isEmbedded,
    close: () => tell({ type: 'parley:close' }),
    /** @param {number} count messages that nobody may have seen */
    said: count => tell({ type: 'parley:said', count }),
  }
}

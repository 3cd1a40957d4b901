/** What all messages of a channel go to: the target of its deliveries. */
export function channelTarget(channel: string): string {
  return `channel/${channel}`
}

/** What goes out to one person, in its order. */
export function sendQueue(contact: string): string {
  return `send/${contact}`
}

/** The files that one person sent, in their order. */
export function fetchQueue(contact: string): string {
  return `fetch/${contact}`
}

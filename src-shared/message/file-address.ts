/**
 * Addresses of files that a bot brings along. In a document they name the record (`parley-media:media_a1`), in what a
 * bot says the content (`parley-media:<SHA-256>`); each host makes of it an address that can be opened where it is.
 */
const SCHEME = 'parley-media:'
const OF_RECORD = /^\s*parley-media:(media_[A-Za-z0-9-]{1,48})\s*$/
const OF_CONTENT = /^parley-media:([0-9a-f]{64})$/

/** What a field for an address holds when a file of the bot was chosen. */
export function fileReference(record: string): string {
  return SCHEME + record
}

/** The id of the record such a field names; null for any other address. */
export function referredFile(text: string): string | null {
  return text.includes(SCHEME) ? (OF_RECORD.exec(text)?.[1] ?? null) : null
}

/** The address of a file in what a bot says. */
export function fileAddress(hash: string): string {
  return SCHEME + hash
}

/** The hash in such an address; null for any other. */
export function hashOfAddress(address: string): string | null {
  return address.startsWith(SCHEME) ? (OF_CONTENT.exec(address)?.[1] ?? null) : null
}

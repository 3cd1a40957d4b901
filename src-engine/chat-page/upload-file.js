/** The most bytes of a file; the engine says so too. */
const MOST_BYTES = 25_000_000
const WITHIN_MS = 300_000

/**
 * Uploads a file; what a message then names it by, or which word says why not.
 * @param {string} address @param {File} file
 * @returns {Promise<{ hash: string, name: string } | 'fileTooLarge' | 'fileRefused' | 'fileTooEarly' | 'fileFailed'>}
 */
export async function uploadFile(address, file) {
  if (file.size > MOST_BYTES) return 'fileTooLarge'
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
      signal: AbortSignal.timeout(WITHIN_MS),
    })
    if (response.ok) return { hash: (await response.json()).hash, name: file.name.slice(0, 255) }
    const { code } = await response.json()
    if (code === 'media/refused') return 'fileRefused'
    if (code === 'request/not-acceptable') return 'fileTooEarly'
    return response.status === 413 ? 'fileTooLarge' : 'fileFailed'
  } catch {
    return 'fileFailed'
  }
}

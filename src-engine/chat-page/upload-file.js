/** The most bytes of a file; the engine says so too. */
const MOST_BYTES = 25_000_000
const WITHIN_MS = 300_000

/** What a fault of the engine is for who sends the file. @type {Readonly<Record<string, Trouble>>} */
const TROUBLES = {
  'media/refused': 'fileRefused',
  'media/too-large': 'fileTooLarge',
  'request/not-acceptable': 'fileTooEarly',
}

/**
 * @typedef {'fileTooLarge' | 'fileRefused' | 'fileTooEarly' | 'fileFailed'} Trouble
 * @typedef {{ headers?: Readonly<Record<string, string>>, onProgress?: (fraction: number) => void, signal?: AbortSignal }} How
 */

/**
 * Uploads a file; what a message then names it by, or which word says why not. `others` are words for faults that only
 * some addresses have.
 * @template {string} [Other=never]
 * @param {string} address @param {File} file
 * @param {How & { others?: Readonly<Record<string, Other>> }} [how]
 * @returns {Promise<{ hash: string, name: string } | Trouble | Other>}
 */
export async function uploadFile(address, file, how = {}) {
  if (file.size > MOST_BYTES) return 'fileTooLarge'
  try {
    const { status, text } = await post(address, file, how)
    const answer = JSON.parse(text)
    if (status === 200) return { hash: answer.hash, name: file.name.slice(0, 240) }
    return (
      how.others?.[answer.code] ?? TROUBLES[answer.code] ?? (status === 413 ? 'fileTooLarge' : 'fileFailed')
    )
  } catch {
    return 'fileFailed'
  }
}

/**
 * `fetch` does not tell how much of a body has gone.
 * @param {string} address @param {File} file @param {How} how
 * @returns {Promise<{ status: number, text: string }>}
 */
function post(address, file, { headers = {}, onProgress, signal }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.timeout = WITHIN_MS
    request.setRequestHeader('content-type', 'application/octet-stream')
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(loaded / total))
    request.addEventListener('load', () => resolve({ status: request.status, text: request.responseText }))
    for (const end of ['error', 'timeout', 'abort'])
      request.addEventListener(end, () => reject(new Error(`the upload met ${end}`)))
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

import { make, makeLink } from '../../chat-page/element.js'
import { mediaPart } from '../../chat-page/message-parts.js'

/**
 * @typedef {import('./desk-client.js').DeskMessage['files'][number]} SentFile
 * @typedef {import('./words.js').Words} Words
 */

/**
 * A file somebody sent: a picture as a small one that opens, sound and film to play, anything else by its name.
 * @param {SentFile} file @param {{ words: Words, language: string }} how
 */
export function filePart(file, { words, language }) {
  const { kind, name, url, size, alt } = file
  const sort = words[/** @type {'image'} */ (kind)] ?? words.file
  const title = name === '' ? sort : name
  const called = size === null ? title : `${title} · ${sizeOf(size, language)}`
  if (url === '') return make('p', 'file', called)
  if (kind === 'image') return picture({ url, alt: alt || title, called })
  if (kind === 'audio' || kind === 'video')
    return mediaPart({ kind, url, name: called, ...(alt === '' ? {} : { alt }) }, words)
  const link = makeLink('link', url, called)
  if (kind === 'document' && /^media\/\w+$/.test(url) && name !== '' && !/\.(?:pdf|txt)$/i.test(name))
    link.download = name
  return make('p', 'file', `${sort}: `, link)
}

/** @param {{ url: string, alt: string, called: string }} picture */
function picture({ url, alt, called }) {
  const image = make('img', 'thumb')
  image.alt = alt
  image.referrerPolicy = 'no-referrer'
  const link = makeLink('thumb-link', url, image)
  // What cannot be shown is a link by its name.
  image.addEventListener('error', () => link.remove(), { once: true })
  image.src = url
  return make('figure', 'media', link, make('figcaption', '', makeLink('link', url, called)))
}

/** A size as people read it. @param {number} bytes @param {string} language */
export function sizeOf(bytes, language) {
  const units = /** @type {const} */ (['byte', 'kilobyte', 'megabyte'])
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 2 ? 1 : 0,
  }).format(bytes / 1000 ** step)
}

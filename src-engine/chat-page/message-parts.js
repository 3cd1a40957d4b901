import { make, makeLink } from './element.js'

/**
 * @typedef {import('../http/chat-message.ts').ChatParts} Parts
 * @typedef {NonNullable<Parts['media']>[number]} Media
 * @typedef {NonNullable<Parts['cards']>[number]} Card
 * @typedef {NonNullable<Parts['buttons']>[number]} Button
 * @typedef {NonNullable<Parts['body']>[number]} MarkupNode
 * @typedef {import('../../src-shared/message/message.ts').MessageOption} Option
 * @typedef {Pick<import('./words.js').Words, Media['kind'] | 'location' | 'showMap' | 'contact' | 'cards'>} Words
 * @typedef {(option: Option, event: MouseEvent) => void} Choose
 */

const SPANS = /** @type {const} */ ({ bold: 'strong', italic: 'em', strike: 's' })
/** What a player of a browser may play; other streams are pages to open. */
const PLAYABLE = /\.(?:m3u8|mp4|webm|ogv)$/i

/**
 * The parts of a message as elements, in the order they are read.
 * @param {Parts} shown @param {Words} words @param {Choose} choose
 */
export function messageParts(shown, words, choose) {
  const { header, body, footer, media = [], location, contact, cards = [], buttons = [] } = shown
  return [
    ...(header ? [textPart('header', header)] : []),
    ...media.map(file => mediaPart(file, words)),
    ...(body ? [textPart('said', body)] : []),
    ...(footer ? [textPart('footer', footer)] : []),
    ...(location ? [locationPart(location, words)] : []),
    ...(contact ? [contactPart(contact, words)] : []),
    ...(cards.length > 0 ? [cardsPart(cards, words, choose)] : []),
    ...(buttons.length > 0 ? [buttonsPart(buttons)] : []),
  ]
}

/** @param {string} name @param {readonly MarkupNode[]} nodes */
function textPart(name, nodes) {
  const text = make('p', name, ...nodes.map(markup))
  text.dir = 'auto'
  return text
}

/** A text as it was written. @param {string} text */
export function said(text) {
  const element = make('p', 'said', text)
  element.dir = 'auto'
  return element
}

/** @param {MarkupNode} node @returns {Node | string} */
function markup(node) {
  if (node.kind === 'text') return node.text
  if (node.kind === 'code') return make('code', '', node.text)
  const children = node.children.map(markup)
  return node.kind === 'link'
    ? makeLink('link', node.url, ...children)
    : make(SPANS[node.kind], '', ...children)
}

/** @param {Media} media @param {Words} words */
export function mediaPart(media, words) {
  const { kind, url, name, alt } = media
  const title = name ?? fileName(url) ?? words[kind]
  const link = makeLink('file', url, `${words[kind]}: ${title}`)
  if (kind === 'image') return picture(url, alt ?? '', link)
  const player = kind === 'document' ? null : playerOf(media, words)
  return player ? make('figure', 'media', player, make('figcaption', '', link)) : make('p', 'media', link)
}

/** What cannot be shown is a link. @param {string} url @param {string} alt @param {HTMLElement} instead */
function picture(url, alt, instead) {
  const image = make('img', 'picture')
  image.alt = alt
  image.referrerPolicy = 'no-referrer'
  image.addEventListener('error', () => image.replaceWith(instead), { once: true })
  image.src = url
  return image
}

/** @param {Media} media @param {Words} words */
function playerOf({ kind, url, name, alt, poster }, words) {
  if (kind === 'stream' && !PLAYABLE.test(pathOf(url))) return null
  const player = make(kind === 'audio' ? 'audio' : 'video', 'player')
  player.controls = true
  player.preload = 'none'
  player.setAttribute('aria-label', alt ?? name ?? words[kind])
  if (poster && player instanceof HTMLVideoElement) player.poster = poster
  // The link below it is there either way.
  player.addEventListener('error', () => player.remove(), { once: true })
  player.src = url
  return player
}

/** @param {NonNullable<Parts['location']>} place @param {Words} words */
export function locationPart({ name, address, latitude, longitude, map }, words) {
  const degrees = `${latitude}, ${longitude}`
  return make(
    'p',
    'detail',
    make('span', 'sort', words.location),
    ...lines([name ?? degrees, address ?? '']),
    makeLink('link', map, words.showMap),
  )
}

/** @param {NonNullable<Parts['contact']>} contact @param {Words} words */
function contactPart({ name, organisation, phone, email }, words) {
  return make(
    'p',
    'detail',
    make('span', 'sort', words.contact),
    ...lines([name, organisation ?? '']),
    makeLink('link', `tel:${phone}`, phone),
    ...(email ? [makeLink('link', `mailto:${encodeURIComponent(email).replace('%40', '@')}`, email)] : []),
  )
}

/** @param {readonly string[]} texts */
function lines(texts) {
  return texts.filter(text => text !== '').map(text => make('bdi', 'line', text))
}

/** @param {readonly Card[]} cards @param {Words} words @param {Choose} choose */
function cardsPart(cards, words, choose) {
  const row = make('ul', 'cards', ...cards.map(card => cardPart(card, words, choose)))
  row.setAttribute('aria-label', words.cards)
  // It scrolls, and keys must be able to.
  row.tabIndex = 0
  return row
}

/** @param {Card} card @param {Words} words @param {Choose} choose */
function cardPart({ title, subtitle, image, buttons = [], options = [] }, words, choose) {
  return make(
    'li',
    'card',
    ...(image ? [picture(image, '', makeLink('file', image, words.image))] : []),
    textPart('title', title),
    ...(subtitle ? [textPart('subtitle', subtitle)] : []),
    ...(buttons.length > 0 ? [buttonsPart(buttons)] : []),
    ...options.map(option => optionButton(option, choose)),
  )
}

/** @param {readonly Button[]} buttons */
function buttonsPart(buttons) {
  const links = buttons.map(({ kind, label, target }) =>
    makeLink('button', kind === 'call' ? `tel:${target}` : target, make('bdi', '', label)),
  )
  return make('div', 'buttons', ...links)
}

/**
 * An answer to tap, with its second line.
 * @param {Option} option @param {Choose} choose
 */
export function optionButton(option, choose) {
  const { label, description } = option
  const more = description ? [make('span', 'more', description)] : []
  const button = make('button', 'option', make('span', 'label', label), ...more)
  button.type = 'button'
  button.dir = 'auto'
  button.addEventListener('click', event => choose(option, event))
  return button
}

/** @param {string} url */
function pathOf(url) {
  return URL.canParse(url) ? new URL(url).pathname : ''
}

/** @param {string} url */
function fileName(url) {
  const last = pathOf(url).split('/').at(-1)
  try {
    return last ? decodeURIComponent(last) : null
  } catch {
    return last
  }
}

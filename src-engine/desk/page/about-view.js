import { make } from '../../chat-page/element.js'
import { day } from './times.js'

/**
 * @typedef {import('./desk-client.js').ChatDetail} ChatDetail
 * @typedef {import('./words.js').Words} Words
 */

/**
 * What is known of a conversation, and what the contact was handed over for before.
 * @param {HTMLElement} place @param {ChatDetail | null} detail @param {{ words: Words, language: string }} how
 */
export function showAbout(place, detail, { words, language }) {
  if (!detail) return place.replaceChildren()
  const { contact, reason, skill, webstore, mode, summary, past } = detail
  /** @type {readonly (readonly [string, string | null])[]} */
  const facts = [
    [words.contact, contact],
    [words.whyAsked, words.why[reason]],
    [words.skill, skill],
    [words.webstore, webstore],
  ]
  place.replaceChildren(
    make('h2', '', words.about),
    pairs(facts.flatMap(([name, value]) => (value ? [{ name, value }] : []))),
    make('p', 'mode', mode === 'observe' ? words.botReads : words.botRests),
    make('h2', '', words.known),
    summary.length > 0 ? pairs(summary) : make('p', 'none', words.knownNone),
    make('h2', '', words.before),
    past.length > 0 ? pastList(past, words, language) : make('p', 'none', words.beforeNone),
  )
}

/** @param {readonly { name: string, value: string }[]} facts */
function pairs(facts) {
  const list = make('dl', 'facts')
  for (const { name, value } of facts) {
    const text = make('dd', '', value)
    text.dir = 'auto'
    list.append(make('div', 'fact', make('dt', '', name), text))
  }
  return list
}

/** @param {ChatDetail['past']} past @param {Words} words @param {string} language */
function pastList(past, words, language) {
  const items = past.map(({ botName, at, skill, agent, closeReason }) => {
    const { reasons } = words
    const end = reasons[/** @type {keyof typeof reasons} */ (closeReason)] ?? ''
    const said = [skill, agent, end].filter(text => text).join(' · ')
    return make(
      'li',
      '',
      make('span', 'past-head', `${day(at, language)} · ${botName}`),
      make('span', 'last', said),
    )
  })
  return make('ul', 'past', ...items)
}

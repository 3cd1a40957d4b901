import { make } from '../../chat-page/element.js'
import { Conversation } from './conversation.js'
import { DeskClient } from './desk-client.js'
import { DeskLists, nameOf } from './desk-lists.js'
import { prepareDialogs } from './dialogs.js'
import { button, element, find } from './find.js'
import { wordsFor } from './words.js'

/**
 * @typedef {import('./desk-client.js').DeskView} DeskView
 * @typedef {import('./desk-client.js').ChatLine} ChatLine
 */

/** How often the ages of what waits are written anew. */
const AGES_EVERY_MS = 20_000

const { language, words } = wordsFor(navigator.languages)
const accepting = find('accepting', HTMLInputElement)
/** @type {DeskView | null} */
let view = null

const client = new DeskClient({ onView: take, onLine: sayLine, onSignedOut: showEntrance })
const conversation = new Conversation({ client, words, language })
const lists = new DeskLists({
  words,
  language,
  open: id => void open(id),
  take: id => void conversation.take(id).then(showLists),
})

async function begin() {
  document.documentElement.lang = language
  for (const place of document.querySelectorAll('[data-word]')) place.textContent = wordOf(place, 'word')
  for (const place of document.querySelectorAll('[data-label]'))
    place.setAttribute('aria-label', wordOf(place, 'label'))
  for (const place of document.querySelectorAll('[data-title]'))
    place.setAttribute('title', wordOf(place, 'title'))
  document.title = words.title
  prepareDialogs()
  element('sign-in').addEventListener('submit', event => {
    event.preventDefault()
    void signIn()
  })
  button('sign-out').addEventListener('click', () => void client.signOut().then(showEntrance))
  accepting.addEventListener('change', () => void setPresence())
  setInterval(showLists, AGES_EVERY_MS)
  const session = await client.session()
  if (session.ok) enter(session.value)
  else showEntrance()
}

/** @param {Element} place @param {'word' | 'label' | 'title'} kind */
function wordOf(place, kind) {
  const key = /** @type {keyof typeof words} */ (place instanceof HTMLElement ? place.dataset[kind] : '')
  return String(words[key])
}

async function signIn() {
  const name = find('name', HTMLInputElement)
  const password = find('password', HTMLInputElement)
  const trouble = element('sign-in-trouble')
  trouble.textContent = ''
  const answer = await client.signIn(name.value.trim(), password.value)
  if (answer.ok) {
    password.value = ''
    return enter(answer.value)
  }
  trouble.textContent = words.faults[answer.code] ?? words.faults.offline ?? ''
  password.select()
}

/** @param {import('./desk-client.js').SignedIn} signedIn */
function enter({ name, replies }) {
  conversation.replies = replies
  element('me').textContent = name
  element('entrance').hidden = true
  element('desk').hidden = false
  // What is not known yet cannot be changed: pressed before the first view, it would give up all skills.
  view = null
  accepting.disabled = true
  client.listen()
}

function showEntrance() {
  client.stop()
  if (!element('entrance').hidden) return
  element('desk').hidden = true
  element('entrance').hidden = false
  document.title = words.title
  find('name', HTMLInputElement).focus()
}

/** @param {DeskView} now */
function take(now) {
  const before = view
  view = now
  accepting.checked = now.me.accepting
  accepting.disabled = false
  showSkills(now)
  void conversation.update(now)
  showLists()
  if (before) announce(before, now)
  else accepting.focus()
}

/** @param {number} id */
async function open(id) {
  await conversation.open(id)
  showLists()
}

function showLists() {
  if (!view || element('desk').hidden) return
  const mine = view.mine.map(line => (isLookedAt(line) ? { ...line, unread: 0 } : line))
  lists.show({ ...view, mine }, conversation.id)
  const calls =
    view.waiting.filter(({ fits }) => fits).length + mine.filter(({ unread }) => unread > 0).length
  document.title = calls > 0 ? `(${calls}) ${words.title}` : words.title
}

/** What comes into a conversation that one looks at is read, a moment before the engine knows. @param {ChatLine} line */
function isLookedAt({ id }) {
  return id === conversation.id && document.visibilityState === 'visible'
}

/** What somebody has to know who looks elsewhere. @param {DeskView} before @param {DeskView} now */
function announce(before, now) {
  const known = new Set(before.waiting.map(({ id }) => id))
  const come = now.waiting.find(({ id, fits }) => fits && !known.has(id))
  const given = now.mine.find(({ id }) => id !== conversation.id && !before.mine.some(line => line.id === id))
  const told = now.mine.find(({ id, unread }) => {
    const was = before.mine.find(line => line.id === id)
    return id !== conversation.id && was !== undefined && unread > was.unread
  })
  const said = come
    ? words.isWaiting.replace('{who}', () => nameOf(come))
    : given
      ? words.isYours.replace('{who}', () => nameOf(given))
      : told
        ? words.hasWritten.replace('{who}', () => nameOf(told))
        : ''
  if (said !== '') element('said').textContent = said
}

/** @param {DeskView} now */
function showSkills({ me }) {
  const place = element('skills')
  const shown = [...place.querySelectorAll('button')]
  if (shown.map(({ textContent }) => textContent).join('\n') !== me.skills.join('\n'))
    place.replaceChildren(...me.skills.map(skillButton))
  for (const skill of place.querySelectorAll('button'))
    skill.setAttribute('aria-pressed', String(me.accepts.includes(skill.textContent ?? '')))
}

/** @param {string} skill */
function skillButton(skill) {
  const toggle = make('button', 'skill', skill)
  toggle.type = 'button'
  toggle.addEventListener('click', () => {
    toggle.setAttribute('aria-pressed', String(toggle.getAttribute('aria-pressed') !== 'true'))
    void setPresence()
  })
  return toggle
}

async function setPresence() {
  const pressed = element('skills').querySelectorAll('[aria-pressed="true"]')
  await client.setPresence(
    accepting.checked,
    [...pressed].map(({ textContent }) => textContent ?? ''),
  )
}

/** @param {boolean} isHere */
function sayLine(isHere) {
  const said = isHere ? '' : words.offline
  const line = element('line')
  if (line.textContent !== said) line.textContent = said
}

await begin()

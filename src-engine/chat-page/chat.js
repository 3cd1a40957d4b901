import { ChatClient } from './chat-client.js'
import { ChatView } from './chat-view.js'
import { randomId, visitorOf } from './visitor.js'
import { wordsFor } from './words.js'

/** @typedef {import('./chat-client.js').Entry} Entry */

const { bot = '', name = '' } = document.body.dataset
const { language, words } = wordsFor(navigator.languages, name)
const visitor = visitorOf(bot)
const log = element('log')
const notice = element('notice')
const optionsBar = element('options')
const composer = element('composer')
const text = /** @type {HTMLTextAreaElement} */ (element('text'))
const view = new ChatView({ log, words })
/** @type {import('./chat-client.js').Line} */
let line = 'ok'
let isAnswering = true

const client = new ChatClient({
  address: `${bot}/${visitor.id}/messages`,
  outbox: visitor.outbox(),
  keepOutbox: visitor.keepOutbox,
  onEntries(entries, answering) {
    view.show(entries)
    const last = entries.at(-1)
    if (last) showOptions(last.from === 'bot' ? last.options : null)
    isAnswering = answering
    sayState()
  },
  onRefused: message => view.refuse(message.id),
  onLine(now) {
    line = now
    sayState()
  },
})

function begin() {
  document.documentElement.lang = language
  element('text-label').textContent = words.message
  element('send').textContent = words.send
  optionsBar.setAttribute('aria-label', words.options)
  text.placeholder = words.placeholder
  for (const message of client.outbox) view.showOwn(message)
  composer.addEventListener('submit', event => {
    event.preventDefault()
    sendText()
  })
  text.addEventListener('keydown', event => {
    // While an input method composes, Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    sendText()
  })
  text.focus({ preventScroll: true })
  // What was said before is there to read, not to be read out.
  void client.start().then(() => log.setAttribute('aria-live', 'polite'))
}

function sendText() {
  const said = text.value.trim()
  if (said === '') return
  text.value = ''
  say({ id: randomId(), text: said })
}

/** @param {import('./chat-client.js').Outgoing} message */
function say(message) {
  showOptions(null)
  view.showOwn(message)
  client.send(message)
}

/** The options of the last message as buttons; older ones are gone, as the bot is elsewhere by now. @param {Entry['options']} options */
function showOptions(options) {
  const buttons = (options ?? []).map(({ id, label }) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'option'
    button.textContent = label
    button.dir = 'auto'
    button.addEventListener('click', event => {
      // A finger does not want the keyboard to come up; a keyboard wants to go on where it types.
      if (event.detail === 0) text.focus()
      say({ id: randomId(), text: label, option: id })
    })
    return button
  })
  const follow = view.isAtEnd()
  optionsBar.replaceChildren(...buttons)
  optionsBar.hidden = buttons.length === 0
  if (follow) view.toEnd()
}

function sayState() {
  const said =
    line === 'offline' ? words.offline : line === 'busy' ? words.busy : isAnswering ? '' : words.asleep
  if (notice.textContent !== said) notice.textContent = said
  notice.classList.toggle('shown', said !== '')
}

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id)
  if (!found) throw new Error(`the page has no ${id}`)
  return found
}

begin()

import { ChatClient } from './chat-client.js'
import { ChatView } from './chat-view.js'
import { make } from './element.js'
import { embedding } from './embedding.js'
import { optionButton } from './message-parts.js'
import { uploadFile } from './upload-file.js'
import { randomId, visitorOf } from './visitor.js'
import { whereAmI } from './where-am-i.js'
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
const fileInput = /** @type {HTMLInputElement} */ (element('file'))
const around = embedding()
let hasLoaded = false
const view = new ChatView({ log, words, choose })
/** @type {import('./chat-client.js').Line} */
let line = 'ok'
let isAnswering = true
/** What the page has to say of itself for the moment. */
let remark = ''

const client = new ChatClient({
  address: `${bot}/${visitor.id}/messages`,
  outbox: visitor.outbox(),
  keepOutbox: visitor.keepOutbox,
  onEntries(entries, answering) {
    view.show(entries)
    const said = entries.filter(({ from }) => from !== 'contact').length
    if (hasLoaded && said > 0) around.said(said)
    const last = entries.at(-1)
    if (last) openAnswers(last.from === 'bot' ? last : null)
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
  beginFiles()
  beginEmbedded()
  text.focus({ preventScroll: true })
  // What was said before is there to read, not to be read out.
  void client.start().then(() => {
    hasLoaded = true
    log.setAttribute('aria-live', 'polite')
  })
}

function beginFiles() {
  const attach = element('attach')
  attach.setAttribute('aria-label', words.sendFile)
  attach.title = words.sendFile
  attach.addEventListener('click', () => fileInput.click())
  fileInput.addEventListener('change', () => void sendFiles([...(fileInput.files ?? [])]))
  text.addEventListener('paste', event => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    void sendFiles(files)
  })
  addEventListener('dragover', event => event.preventDefault())
  addEventListener('drop', event => {
    event.preventDefault()
    void sendFiles([...(event.dataTransfer?.files ?? [])])
  })
}

function beginEmbedded() {
  document.body.classList.toggle('embedded', around.isEmbedded)
  const close = element('close')
  close.hidden = !around.isEmbedded
  close.setAttribute('aria-label', words.close)
  close.addEventListener('click', around.close)
  if (around.isEmbedded) addEventListener('keydown', event => event.key === 'Escape' && around.close())
}

/** One after the other, each a message of its own. @param {readonly File[]} files */
async function sendFiles(files) {
  fileInput.value = ''
  for (const file of files) {
    const named = (/** @type {string} */ sentence) => sentence.replace('{file}', () => file.name)
    remark = named(words.uploading)
    sayState()
    const sent = await uploadFile(`${bot}/${visitor.id}/files`, file)
    remark = typeof sent === 'string' ? named(words[sent]) : ''
    sayState()
    if (typeof sent === 'string') return
    say({ id: randomId(), text: '', files: [sent] })
  }
}

function sendText() {
  const said = text.value.trim()
  if (said === '') return
  text.value = ''
  say({ id: randomId(), text: said })
}

/** @param {import('./chat-client.js').Outgoing} message */
function say(message) {
  remark = ''
  sayState()
  openAnswers(null)
  view.showOwn(message)
  client.send(message)
}

/** @type {import('./message-parts.js').Choose} */
function choose({ id, label }, event) {
  // A finger does not want the keyboard to come up; a keyboard wants to go on where it types.
  if (event.detail === 0) text.focus()
  say({ id: randomId(), text: label, option: id })
}

/** What can be answered to the last message; older ones are closed, as the bot is elsewhere by now. @param {Entry | null} entry */
function openAnswers(entry) {
  const asks = entry?.shown?.asks
  const buttons = (entry?.options ?? []).map(option => optionButton(option, choose))
  if (asks === 'location') buttons.push(locationButton())
  if (asks === 'file') buttons.push(fileButton())
  const follow = view.end.isInSight()
  view.openCards(entry ? entry.number : null)
  optionsBar.replaceChildren(...buttons)
  optionsBar.hidden = buttons.length === 0
  if (follow) view.end.show()
}

function locationButton() {
  const button = make('button', 'option', words.sendLocation)
  button.type = 'button'
  button.addEventListener('click', async () => {
    button.disabled = true
    remark = words.locating
    sayState()
    const location = await whereAmI()
    button.disabled = false
    remark = location ? '' : words.noLocation
    if (location) say({ id: randomId(), text: '', location })
    else sayState()
  })
  return button
}

function fileButton() {
  const button = make('button', 'option', words.sendFile)
  button.type = 'button'
  button.addEventListener('click', () => fileInput.click())
  return button
}

function sayState() {
  const said =
    line === 'offline' ? words.offline : line === 'busy' ? words.busy : !isAnswering ? words.asleep : remark
  if (notice.textContent === said) return
  const follow = view.end.isInSight()
  notice.textContent = said
  notice.classList.toggle('shown', said !== '')
  if (follow) view.end.show()
}

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id)
  if (!found) throw new Error(`the page has no ${id}`)
  return found
}

begin()

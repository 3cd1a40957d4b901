import { make } from '../../chat-page/element.js'
import { element, find } from './find.js'

/**
 * @typedef {import('./desk-client.js').DeskView} DeskView
 * @typedef {import('./desk-client.js').SignedIn} SignedIn
 * @typedef {import('./words.js').Words} Words
 */

const PERSON = 'agent:'
const SKILL = 'skill:'

/** Buttons that leave a dialog as it was. */
export function prepareDialogs() {
  for (const button of document.querySelectorAll('[data-close]'))
    button.addEventListener('click', () => button.closest('dialog')?.close())
}

/**
 * Asks whom to give a conversation to.
 * @param {DeskView} view @param {Words} words
 * @param {(to: { agent: string | null, skill: string | null, note: string }) => void} transfer
 */
export function askTransfer({ colleagues, skills }, words, transfer) {
  const select = find('transfer-to', HTMLSelectElement)
  const note = find('transfer-note', HTMLTextAreaElement)
  const people = colleagues.filter(({ takes }) => takes).map(({ name }) => option(PERSON + name, name))
  const queues = [option(SKILL, words.queueOfAll), ...skills.map(skill => option(SKILL + skill, skill))]
  select.replaceChildren(
    ...(people.length > 0 ? [group(words.people, people)] : []),
    group(words.queues, queues),
  )
  note.value = ''
  openDialog('transfer', () => {
    const to = select.value
    const skill = to.startsWith(SKILL) ? to.slice(SKILL.length) : ''
    transfer({
      agent: to.startsWith(PERSON) ? to.slice(PERSON.length) : null,
      skill: skill === '' ? null : skill,
      note: note.value.trim(),
    })
  })
}

/** Asks how a conversation ended. @param {Words} words @param {(reason: string) => void} close */
export function askClose(words, close) {
  const select = find('close-reason', HTMLSelectElement)
  const { reasons } = words
  select.replaceChildren(...Object.entries(reasons).map(([reason, label]) => option(reason, label)))
  openDialog('close', () => close(select.value))
}

/**
 * Lets one of the texts be chosen that are said often.
 * @param {SignedIn['replies']} replies @param {(text: string) => void} choose
 */
export function askReply(replies, choose) {
  const dialog = find('replies-dialog', HTMLDialogElement)
  const search = find('replies-find', HTMLInputElement)
  const list = element('replies-list')
  const show = () => {
    const wanted = search.value.trim().toLowerCase()
    const found = replies.filter(({ name, text }) => `${name} ${text}`.toLowerCase().includes(wanted))
    list.replaceChildren(...found.map(({ name, text }) => replyItem(name, text, dialog, choose)))
    element('replies-none').hidden = found.length > 0
  }
  search.value = ''
  search.oninput = show
  search.onkeydown = event => {
    const first = list.querySelector('button')
    if (event.key !== 'Enter' || !first) return
    event.preventDefault()
    first.click()
  }
  show()
  dialog.showModal()
}

/** @param {string} name @param {string} text @param {HTMLDialogElement} dialog @param {(text: string) => void} choose */
function replyItem(name, text, dialog, choose) {
  const button = make('button', 'reply', make('span', 'reply-name', `/${name}`), make('span', 'last', text))
  button.type = 'button'
  button.addEventListener('click', () => {
    dialog.close()
    choose(text)
  })
  return make('li', '', button)
}

/** @param {'transfer' | 'close'} name @param {() => void} done */
function openDialog(name, done) {
  const form = find(`${name}-form`, HTMLFormElement)
  form.onsubmit = () => done()
  find(`${name}-dialog`, HTMLDialogElement).showModal()
}

/** @param {string} value @param {string} label */
function option(value, label) {
  const made = make('option', '', label)
  made.value = value
  return made
}

/** @param {string} label @param {readonly HTMLOptionElement[]} options */
function group(label, options) {
  const made = make('optgroup', '', ...options)
  made.label = label
  return made
}

import { EditorView } from '@codemirror/view'
import { insertText } from './format-commands.ts'
import { richToMarkup } from './rich-to-markup.ts'

/** More than this is pasted as plain text. Characters of HTML. */
const MAX_HTML = 2_000_000

/** What was copied with formatting keeps what customers can be shown of it; all else is pasted as plain text. */
export const pasteMarkup = EditorView.domEventHandlers({
  paste(event, view) {
    const html = event.clipboardData?.getData('text/html') ?? ''
    const plain = event.clipboardData?.getData('text/plain') ?? ''
    const text = html === '' || html.length > MAX_HTML ? null : richToMarkup(html)
    const pasted = (text ?? plain).replace(/\r\n?/g, '\n')
    if (pasted === '') return false
    event.preventDefault()
    insertText(view, pasted)
    return true
  },
})

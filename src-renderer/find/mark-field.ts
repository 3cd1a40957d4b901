import type { SearchMatch } from '../../src-shared/search/search-bot.ts'
import { beginsWith } from '../inspector/fields/field-scope.ts'

/** How long a field may take to appear: its form may have to be fetched first. */
const PATIENCE_MS = 1500

let stop = () => {}

/** Marks the field a match is in as soon as it is there, and if asked puts the cursor on the match. */
export function markField(match: SearchMatch, takesFocus: boolean): void {
  stop()
  unmark()
  const mark = () => {
    const field = fieldOf(match)
    if (!field) return false
    field.dataset.found = 'true'
    field.scrollIntoView({ block: 'nearest' })
    if (takesFocus) void choose(field, match)
    return true
  }
  // What was selected with the match is shown only in the next picture.
  const frame = requestAnimationFrame(() => {
    if (mark()) return
    const observer = new MutationObserver(() => mark() && stop())
    observer.observe(document.body, { childList: true, subtree: true })
    const timer = setTimeout(() => stop(), PATIENCE_MS)
    stop = () => {
      observer.disconnect()
      clearTimeout(timer)
    }
  })
  stop = () => cancelAnimationFrame(frame)
}

export function unmark(): void {
  for (const field of document.querySelectorAll<HTMLElement>('[data-found]')) delete field.dataset.found
}

/** Of the fields in the form of the record, the one whose path fits best. */
function fieldOf({ place: { record, path } }: SearchMatch): HTMLElement | null {
  const form = `[data-record="${record}"]`
  const fields = document.querySelectorAll<HTMLElement>(`${form} [data-path], ${form}[data-path]`)
  const fitting = [...fields].filter(({ dataset }) => beginsWith(path, (dataset.path ?? '').split('.')))
  const length = (field: HTMLElement) => (field.dataset.path ?? '').length
  return fitting.toSorted((a, b) => length(b) - length(a))[0] ?? null
}

async function choose(field: HTMLElement, { start, end, place }: SearchMatch): Promise<void> {
  const editor = field.querySelector<HTMLElement>('.cm-content')
  if (editor) {
    const { selectInEditor } = await import('../inspector/editor/select-in-editor.ts')
    selectInEditor(editor, place.text, start, end)
    return
  }
  const inputs = [...field.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input')]
  const input = inputs.find(({ value }) => value === place.text) ?? inputs[0]
  input?.focus({ preventScroll: true })
  if (input?.value === place.text) input.setSelectionRange(start, end)
}

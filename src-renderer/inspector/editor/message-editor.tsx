import { Prec } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { completeTemplate } from '../fields/completion.ts'
import type { Control } from '../fields/form-field.tsx'
import { useSuggestions } from '../fields/use-suggestions.ts'
import { createEditor } from './create-editor.ts'
import css from './editor.module.css'
import { editorCompletion } from './editor-completion.ts'
import { EditorTools } from './editor-tools.tsx'
import { toggleFormat } from './format-commands.ts'
import { marksAt, markupLook } from './markup-look.ts'
import { pasteMarkup } from './paste-markup.ts'
import { placeChips, setChipWords } from './place-chips.ts'
import type { MarkName } from './toggle-mark.ts'
import { useChipWords } from './use-chip-words.ts'
import type { SelectedText } from './use-fetched-editor.ts'
import { useShownText } from './use-shown-text.ts'

export type MessageEditorProps = Readonly<{
  control: Control
  label: string
  text: string
  rows: number
  lang: string
  placeholder: string
  /** Whether the text may be formatted; labels of buttons may not. */
  markup: boolean
  onType: (text: string) => void
  onBlur: () => void
  selected: SelectedText
}>

const LINE_HEIGHT = 19
const NO_MARKS: ReadonlySet<MarkName> = new Set()

/** A text of the bot: formatting as it will look, variables as chips, and the tools for both. */
export function MessageEditor(props: MessageEditorProps) {
  const { rows, markup } = props
  const { place, view, marks } = useEditor(props)
  const hasBar = markup && rows > 1
  return (
    <div className={css.box} data-bar={hasBar} aria-invalid={props.control['aria-invalid']}>
      {view && hasBar && <EditorTools view={view} field={props.label} marks={marks} />}
      <div
        ref={place}
        className={css.place}
        style={{ '--editor-height': `${rows * LINE_HEIGHT}px` } as CSSProperties}
      />
      {view && !hasBar && <EditorTools view={view} field={props.label} marks={null} />}
    </div>
  )
}

function useEditor(props: MessageEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<EditorView | null>(null)
  const [marks, setMarks] = useState(NO_MARKS)
  const suggestions = useSuggestions()
  const words = useChipWords()
  const latest = useRef({ props, suggestions })
  useLayoutEffect(() => {
    latest.current = { props, suggestions }
  })
  useLayoutEffect(() => {
    const { markup, selected, text } = latest.current.props
    if (!place.current) return
    const made = createEditor({
      parent: place.current,
      text,
      onText: typed => latest.current.props.onType(typed),
      extensions: [
        editorCompletion((typed, caret, forced) =>
          completeTemplate({ text: typed, caret, known: latest.current.suggestions, forced }),
        ),
        Prec.high(placeChips()),
        markup ? [markupLook, FORMAT_KEYS, pasteMarkup] : [],
        EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
          if (docChanged || selectionSet) setMarks(before => sameOr(before, marksAt(state)))
        }),
        EditorView.domEventHandlers({ blur: () => latest.current.props.onBlur() }),
      ],
    })
    setView(made)
    if (selected) {
      made.dispatch({ selection: { anchor: selected.start, head: selected.end } })
      made.focus()
    }
    return () => made.destroy()
  }, [])
  useEffect(() => {
    if (view) setChipWords(view, words)
  }, [view, words])
  useShownText(view, { ...props, language: props.lang })
  return { place, view, marks }
}

const formatKey = (key: string, name: MarkName) => ({
  key,
  run: (view: EditorView) => toggleFormat(view, name),
  preventDefault: true,
  stopPropagation: true,
})
const FORMAT_KEYS = keymap.of([
  formatKey('Mod-b', 'bold'),
  formatKey('Mod-i', 'italic'),
  formatKey('Mod-Shift-x', 'strike'),
  formatKey('Mod-e', 'code'),
])

function sameOr(before: ReadonlySet<MarkName>, now: ReadonlySet<MarkName>): ReadonlySet<MarkName> {
  return before.size === now.size && [...now].every(name => before.has(name)) ? before : now
}

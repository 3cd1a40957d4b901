import { Prec } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { callAround } from '../../../src-shared/expression/formula-tokens.ts'
import { completeFormula } from '../fields/completion.ts'
import field from '../fields/field.module.css'
import type { Control } from '../fields/form-field.tsx'
import { useSuggestions } from '../fields/use-suggestions.ts'
import { createEditor } from './create-editor.ts'
import css from './editor.module.css'
import { editorCompletion } from './editor-completion.ts'
import { formulaLook, showWrong, type WrongPlace } from './formula-look.ts'
import type { SelectedText } from './use-fetched-editor.ts'
import { useShownText } from './use-shown-text.ts'

export type FormulaEditorProps = Readonly<{
  control: Control
  label: string
  text: string
  placeholder: string
  wrong: readonly WrongPlace[]
  onType: (text: string) => void
  onBlur: () => void
  onEnter: () => void
  onEscape: () => void
  selected: SelectedText
}>

/** A formula in colours, completed while it is typed, with the signature of the function the caret is in. */
export function FormulaEditor(props: FormulaEditorProps) {
  const { place, caret } = useFormula(props)
  return (
    <div className={css.box} aria-invalid={props.control['aria-invalid']}>
      <div ref={place} className={`${css.place} ${field.mono}`} />
      {caret !== null && <Signature text={props.text} caret={caret} />}
    </div>
  )
}

function useFormula(props: FormulaEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<EditorView | null>(null)
  /** Where the caret is; null while the formula is not written in. */
  const [caret, setCaret] = useState<number | null>(null)
  const suggestions = useSuggestions()
  const latest = useRef({ props, suggestions })
  useLayoutEffect(() => {
    latest.current = { props, suggestions }
  })
  useLayoutEffect(() => {
    const { selected, text } = latest.current.props
    if (!place.current) return
    const made = createEditor({
      parent: place.current,
      text,
      onText: typed => latest.current.props.onType(typed),
      extensions: [
        editorCompletion((typed, at, forced) =>
          completeFormula({ text: typed, caret: at, known: latest.current.suggestions, forced }),
        ),
        Prec.high(
          keymap.of([
            { key: 'Enter', run: () => done(latest.current.props.onEnter) },
            {
              key: 'Escape',
              run: () => {
                latest.current.props.onEscape()
                return false
              },
            },
          ]),
        ),
        formulaLook,
        EditorView.updateListener.of(({ state, view: { hasFocus } }) =>
          setCaret(hasFocus ? state.selection.main.head : null),
        ),
        EditorView.domEventHandlers({
          blur: () => {
            setCaret(null)
            latest.current.props.onBlur()
          },
        }),
      ],
    })
    setView(made)
    if (selected) {
      made.dispatch({ selection: { anchor: selected.start, head: selected.end } })
      made.focus()
    }
    return () => made.destroy()
  }, [])
  useShownText(view, { ...props, language: null })
  const wrong = JSON.stringify(props.wrong)
  useEffect(() => {
    if (view) showWrong(view, JSON.parse(wrong))
  }, [view, wrong])
  return { place, caret }
}

function done(act: () => void): boolean {
  act()
  return true
}

/** What the function around the caret wants, the value that is being written in bold. It floats: nothing moves for it. */
function Signature({ text, caret }: { text: string; caret: number }) {
  const suggestions = useSuggestions()
  const call = callAround(text, caret)
  const known = call && suggestions.find(({ kind, name }) => kind === 'function' && name === call.name)
  if (!call || !known) return null
  const parameters = known.detail.slice(known.name.length + 1, -1).split(', ')
  const active = Math.min(call.argument, parameters.length - 1)
  return (
    <p className={css.signature}>
      <code>
        {known.name}(
        {parameters.map((parameter, at) => (
          <span key={parameter}>
            {at > 0 && ', '}
            {at === active ? <strong>{parameter}</strong> : parameter}
          </span>
        ))}
        )
      </code>{' '}
      {known.summary}
    </p>
  )
}

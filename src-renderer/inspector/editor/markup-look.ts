import { type EditorState, type Range, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import { type MarkupSpan, markupSpans, type SpanKind } from './markup-spans.ts'
import { MARKS, type MarkName } from './toggle-mark.ts'

type Look = Readonly<{ spans: readonly MarkupSpan[]; marks: DecorationSet }>

const MARK = Decoration.mark({ class: 'cm-mark' })
const LOOKS: Readonly<Record<SpanKind, Decoration>> = {
  bold: Decoration.mark({ class: 'cm-bold' }),
  italic: Decoration.mark({ class: 'cm-italic' }),
  strike: Decoration.mark({ class: 'cm-strike' }),
  code: Decoration.mark({ class: 'cm-code' }),
  link: Decoration.mark({ class: 'cm-linked' }),
}

const lookField = StateField.define<Look>({
  create: lookOf,
  update: (look, { docChanged, state }) => (docChanged ? lookOf(state) : look),
  provide: field => EditorView.decorations.from(field, ({ marks }) => marks),
})

function lookOf(state: EditorState): Look {
  const spans = markupSpans(state.doc.toString())
  const ranges = spans.flatMap(({ kind, from, openTo, closeFrom, to }) => {
    const found: Range<Decoration>[] = []
    if (openTo > from) found.push(MARK.range(from, openTo))
    if (closeFrom > openTo) found.push(LOOKS[kind].range(openTo, closeFrom))
    if (to > closeFrom) found.push(MARK.range(closeFrom, to))
    return found
  })
  return { spans, marks: Decoration.set(ranges, true) }
}

/** Formatting is seen while it is written; its marks stay, quieter. */
export const markupLook = lookField

/** The formatting all of the selection has. */
export function marksAt(state: EditorState): ReadonlySet<MarkName> {
  const look = state.field(lookField, false)
  const { from, to } = state.selection.main
  const around =
    look?.spans.filter(span => span.from <= from && to <= span.to && (from < to || from > span.from)) ?? []
  return new Set(around.flatMap(({ kind }) => (kind in MARKS ? [kind as MarkName] : [])))
}

import { type EditorState, type Range, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const STRONG = /[\p{L}]/u
const RTL_LINE = Decoration.line({ attributes: { dir: 'rtl' } })

const directions = StateField.define<DecorationSet>({
  create: rightToLeftLines,
  update: (lines, { docChanged, state }) => (docChanged ? rightToLeftLines(state) : lines),
  provide: field => EditorView.decorations.from(field),
})

function rightToLeftLines(state: EditorState): DecorationSet {
  const lines: Range<Decoration>[] = []
  for (let number = 1; number <= state.doc.lines; number += 1) {
    const { text, from } = state.doc.line(number)
    if (RIGHT_TO_LEFT.test(text) && RIGHT_TO_LEFT.test(STRONG.exec(text)?.[0] ?? ''))
      lines.push(RTL_LINE.range(from))
  }
  return Decoration.set(lines)
}

/** Each line runs as its first letter does, so that Arabic and English may stand in one text. */
export const lineDirection = [directions, EditorView.perLineTextDirection.of(true)]

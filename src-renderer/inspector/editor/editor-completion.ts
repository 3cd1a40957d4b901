import {
  acceptCompletion,
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  closeCompletion,
  completionKeymap,
  completionStatus,
  type Completion as Offered,
} from '@codemirror/autocomplete'
import { type Extension, Prec } from '@codemirror/state'
import { type EditorView, keymap } from '@codemirror/view'
import { applySuggestion, type Completion, type Suggestion } from '../fields/completion.ts'

type Complete = (text: string, caret: number, forced: boolean) => Completion | null

/** Suggestions at the caret; arrows choose, Enter or Tab takes, Escape closes, Ctrl+Space asks for them. */
export function editorCompletion(complete: Complete): Extension {
  const source = (context: CompletionContext): CompletionResult | null => {
    const found = complete(context.state.doc.toString(), context.pos, context.explicit)
    if (!found) return null
    const options = found.suggestions.map(suggestion => offered(suggestion, found))
    return { from: found.from, to: found.to, options, filter: false }
  }
  return [
    autocompletion({
      override: [source],
      icons: false,
      defaultKeymap: false,
      interactionDelay: 0,
      activateOnTypingDelay: 0,
    }),
    Prec.highest(
      keymap.of([
        { key: 'Escape', run: closeShown },
        ...completionKeymap.filter(({ key }) => key !== 'Escape'),
        { key: 'Tab', run: acceptCompletion },
      ]),
    ),
  ]
}

/** Suggestions that are still looked for are given up, and Escape means what it means without any. */
function closeShown(view: EditorView): boolean {
  const isShown = completionStatus(view.state) === 'active'
  closeCompletion(view)
  return isShown
}

function offered(suggestion: Suggestion, completion: Completion): Offered {
  const { kind, name, detail, summary } = suggestion
  const more = [kind === 'function' ? detail : '', summary].filter(text => text !== '')
  return {
    label: name,
    detail: kind === 'function' ? 'ƒ' : detail,
    ...(more.length > 0 ? { info: () => infoOf(more) } : {}),
    apply: (view: EditorView) => take(view, suggestion, completion),
  }
}

function infoOf(lines: readonly string[]): HTMLElement {
  const info = document.createElement('div')
  for (const line of lines) {
    const paragraph = document.createElement('p')
    paragraph.textContent = line
    info.append(paragraph)
  }
  return info
}

function take(view: EditorView, suggestion: Suggestion, completion: Completion): void {
  const text = view.state.doc.toString()
  const next = applySuggestion(text, completion, suggestion)
  // Only what differs is changed, so that everything around it keeps its place.
  const rest = text.length - completion.to
  view.dispatch({
    changes: {
      from: completion.from,
      to: completion.to,
      insert: next.text.slice(completion.from, next.text.length - rest),
    },
    selection: { anchor: next.caret },
    userEvent: 'input.complete',
    scrollIntoView: true,
  })
}

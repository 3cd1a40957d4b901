import { type RefObject, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** What was selected in the plain field whose place the editor takes while it is written in. */
export type SelectedText = Readonly<{ start: number; end: number }> | null

type Shown<Editor> = Readonly<{ Editor: Editor; selected: SelectedText }>

/** An editor that comes with its own part of the program: fetched once for the window. */
export type FetchedEditor<Editor> = { fetched: Editor | null; fetch: () => Promise<Editor> }

/**
 * The editor once it is fetched, null before. It takes the place of the plain field in the same breath in which that is
 * asked for its focus and selection: a field that got the focus in between would lose it, and what is typed next with it.
 */
export function useFetchedEditor<Editor>(
  source: FetchedEditor<Editor>,
  plain: RefObject<HTMLTextAreaElement | null>,
): Shown<Editor> | null {
  const [shown, setShown] = useState<Shown<Editor> | null>(
    source.fetched && { Editor: source.fetched, selected: null },
  )
  useEffect(() => {
    if (shown) return
    let isCurrent = true
    void source.fetch().then(Editor => {
      source.fetched = Editor
      if (isCurrent) flushSync(() => setShown({ Editor, selected: selectedIn(plain.current) }))
    })
    return () => {
      isCurrent = false
    }
  }, [shown, source, plain])
  return shown
}

function selectedIn(field: HTMLTextAreaElement | null): SelectedText {
  if (field === null || field !== document.activeElement) return null
  return { start: field.selectionStart, end: field.selectionEnd }
}

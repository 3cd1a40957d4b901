import i18next from 'i18next'
import type { Editor } from '../../src-shared/edit/editor.ts'
import { createLinter } from '../../src-shared/lint/linter.ts'
import { withoutWaived } from '../../src-shared/lint/waivers.ts'
import { issuesInWords } from '../words/sentences.ts'
import { useWorkbench } from './workbench.ts'

/** The checks wait for an idle moment, but not longer than this: a person who never rests still sees what is wrong. */
const LATEST_MS = 1000

/** Runs the checks after every edit in idle time and puts what they find into `issues`; call what comes back to stop. */
export function startChecks(): () => void {
  let asked: number | null = null
  let checked = -1
  let checkedSeq = -1
  const linter = createLinter()
  let checkedEditor: Editor | null = null

  const check = () => {
    asked = null
    const { editor, rev } = useWorkbench.getState()
    if (!editor || rev === checked) return
    const changes = editor === checkedEditor ? editor.changesSince(checkedSeq) : undefined
    checkedEditor = editor
    checkedSeq = editor.seq
    checked = rev
    const found = linter.check(editor.document, changes)
    useWorkbench.setState(withoutWaived(issuesInWords(found), editor.document.all('waiver')))
  }
  const ask = () => {
    if (asked === null) asked = requestIdleCallback(check, { timeout: LATEST_MS })
  }
  const stop = useWorkbench.subscribe((state, before) => {
    if (state.rev !== before.rev) ask()
  })
  const sayAgain = () => {
    checked = -1
    ask()
  }
  i18next.on('languageChanged', sayAgain)
  ask()
  return () => {
    stop()
    i18next.off('languageChanged', sayAgain)
    if (asked !== null) cancelIdleCallback(asked)
  }
}

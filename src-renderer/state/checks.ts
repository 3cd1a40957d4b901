import i18next from 'i18next'
import type { Editor } from '../../src-shared/edit/editor.ts'
import type { InSteps } from '../../src-shared/lint/in-steps.ts'
import type { Issue } from '../../src-shared/lint/issue.ts'
import { createLinter } from '../../src-shared/lint/linter.ts'
import { withoutWaived } from '../../src-shared/lint/waivers.ts'
import { afterPicture } from '../ui/picture.ts'
import { issuesInWords } from '../words/sentences.ts'
import { useWorkbench } from './workbench.ts'

/** The checks wait for an idle moment, but not longer than this: a person who never rests still sees what is wrong. */
const LATEST_MS = 1000

/** How long they work at once on a bot that was just shown, and how long they wait in between where nothing is idle. */
const SLICE_MS = 8
const PAUSE_MS = 60

/**
 * Runs the checks after every edit in idle time and puts what they find into `issues`; call what comes back to stop.
 * The first of a bot begins when its picture is there, and goes on in slices in which nobody waits for an answer.
 */
export function startChecks(): () => void {
  const checks = new Checks()
  const stop = useWorkbench.subscribe((state, before) => {
    if (state.editor !== before.editor) checks.begin()
    else if (state.rev !== before.rev) checks.ask()
  })
  const sayAgain = () => checks.sayAgain()
  i18next.on('languageChanged', sayAgain)
  checks.begin()
  return () => {
    stop()
    i18next.off('languageChanged', sayAgain)
    checks.stop()
  }
}

class Checks {
  private readonly linter = createLinter()
  private cancel: (() => void) | null = null
  private checked = -1
  /** How far the linter has followed which editor. */
  private known: Readonly<{ editor: Editor; seq: number }> | null = null
  private first: FirstCheck | null = null

  /** For another document, or at the start. */
  begin(): void {
    this.stop()
    this.cancel = afterPicture(() => this.whenIdle(LATEST_MS), LATEST_MS)
  }

  ask(): void {
    if (!this.cancel) this.whenIdle(LATEST_MS)
  }

  sayAgain(): void {
    this.checked = -1
    this.ask()
  }

  stop(): void {
    this.cancel?.()
    this.cancel = null
  }

  private whenIdle(timeout: number): void {
    const idle = requestIdleCallback(() => this.check(), { timeout })
    this.cancel = () => cancelIdleCallback(idle)
  }

  private check(): void {
    this.cancel = null
    const { editor, rev } = useWorkbench.getState()
    if (!editor || rev === this.checked) return
    const { known } = this
    const found =
      known?.editor === editor
        ? this.linter.check(editor.document, editor.changesSince(known.seq))
        : this.slice(editor)
    if (!found) {
      this.whenIdle(PAUSE_MS)
      return
    }
    this.first = null
    this.known = { editor, seq: editor.seq }
    this.checked = rev
    const issues = withoutWaived(issuesInWords(found), editor.document.all('waiver'))
    useWorkbench.setState({ isChecked: true, ...issues })
  }

  /** A part of the first check, which an edit begins anew; with one edit after another it is done in one go at last. */
  private slice(editor: Editor): readonly Issue[] | null {
    const { seq, document } = editor
    const begin = performance.now()
    this.known = null
    const before = this.first?.editor === editor ? this.first : null
    const first =
      before?.seq === seq
        ? before
        : {
            ...{ editor, seq, work: this.linter.inSteps(document) },
            since: before?.since ?? begin,
            wasDisturbed: before !== null,
          }
    this.first = first
    const { work, since, wasDisturbed } = first
    const end = wasDisturbed && begin - since > LATEST_MS ? Number.POSITIVE_INFINITY : begin + SLICE_MS
    for (;;) {
      const step = work.next()
      if (step.done) return step.value
      if (performance.now() > end) return null
    }
  }
}

/** The first check of an editor, under way: of the document as it was at `seq`. */
type FirstCheck = Readonly<{
  editor: Editor
  seq: number
  work: InSteps<readonly Issue[]>
  since: number
  wasDisturbed: boolean
}>

import { dropRefused, keepRefused, refusedDraft, registerDraft } from './drafts.ts'

/** Rest after which a draft becomes an edit: long enough for a thought, short enough to be safe. */
export const REST_MS = 600

export type DraftSource = Readonly<{
  /** Names the field among all fields of the bot; a refused draft is found again under it. */
  field: string
  /** What is wrong with a text, or null when it can be committed. */
  check: (text: string) => string | null
  /** Rest after which the draft becomes an edit, in milliseconds; null waits until the field is left. */
  restMs: number | null
  /** Makes the edit. Returns whether it was done. */
  commit: (text: string) => boolean
  /** Called when `text` has changed. */
  onChange: () => void
}>

/** The draft of one field: local while the person types, one edit when the gesture ends. */
export class Draft {
  /** null when the field shows the stored value. */
  text: string | null
  source: DraftSource
  private timer: ReturnType<typeof setTimeout> | undefined
  private unregister: (() => void) | undefined

  constructor(source: DraftSource) {
    this.source = source
    this.text = refusedDraft(source.field)
  }

  type(text: string): void {
    this.text = text
    this.unregister ??= registerDraft(() => this.flush())
    clearTimeout(this.timer)
    if (this.source.restMs !== null) this.timer = setTimeout(() => this.flush(), this.source.restMs)
    this.source.onChange()
  }

  /** Makes the edit now. A text that cannot be committed stays a draft, also when its field is left. */
  flush(): void {
    this.settle()
    if (this.text === null) return
    const { field, check, commit, onChange } = this.source
    if (check(this.text) !== null || !commit(this.text)) {
      keepRefused(field, this.text)
      return
    }
    dropRefused(field)
    this.text = null
    onChange()
  }

  /** Gives the draft up: the field shows the stored value again. */
  drop(): void {
    this.settle()
    dropRefused(this.source.field)
    this.text = null
    this.source.onChange()
  }

  private settle(): void {
    clearTimeout(this.timer)
    this.unregister?.()
    this.unregister = undefined
  }
}

import { type Sentences, sayIn } from '../kit/say.ts'
import { en } from '../kit/sentences/en.ts'
import type { Finding, Issue } from './issue.ts'

/** A finding whose sentence is made when it is read: a large bot has tens of thousands, and the window shows a few. */
export class SpokenIssue implements Issue {
  readonly code: Issue['code']
  readonly severity: Issue['severity']
  readonly said: Issue['said']
  readonly record: Issue['record']
  declare readonly path?: NonNullable<Issue['path']>
  declare readonly fix?: NonNullable<Issue['fix']>
  readonly #sentences: Sentences

  constructor({ code, severity, said, record, path, fix }: Finding, sentences: Sentences = en) {
    this.code = code
    this.severity = severity
    this.said = said
    this.record = record
    if (path) this.path = path
    if (fix) this.fix = sentences === en ? fix : { ...fix, label: sayIn(sentences, fix.said) }
    this.#sentences = sentences
  }

  get message(): string {
    return sayIn(this.#sentences, this.said)
  }
}

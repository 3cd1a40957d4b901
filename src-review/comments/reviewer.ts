import { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { CommentPlace, CommentState } from '../../src-shared/document/comment.ts'
import { type CommentId, newRecordId, type TestcaseId } from '../../src-shared/document/ids.ts'
import type { CommentRecord } from '../../src-shared/document/records.ts'
import type { TestcaseRecord } from '../../src-shared/document/testcase.ts'
import { applyChanges } from '../../src-shared/edit/apply-changes.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'
import type { Result } from '../../src-shared/kit/result.ts'
import { addComment, answerComment, setCommentState } from '../../src-shared/review/review-edits.ts'
import { newestIteration } from '../../src-shared/review/threads.ts'
import {
  commentsText,
  type FileComments,
  NO_ITERATION,
  readComments,
} from '../../src-shared/review-file/comments-file.ts'
import { setTexts, type TextWrite } from '../../src-shared/texts/set-texts.ts'
import type { Page } from '../read-page.ts'
import { createStore, type Store } from '../store.ts'

/** What is being said: `document` is the bot with all comments, changed in place; `rev` says when. */
export type Said = Readonly<{
  rev: number
  name: string
  /** How many records were made here. */
  made: number
  /** Whether the browser keeps them when the page is closed. */
  isKept: boolean
  problem: string | null
}>

export type Reviewer = Readonly<{
  document: BotDocument
  said: Store<Said>
  setName: (name: string) => void
  add: (place: CommentPlace, text: string, blocking: boolean, test?: TestcaseRecord) => boolean
  /** Another text in place of one; it comes back as a suggestion that can be applied. */
  suggest: (place: CommentPlace, write: TextWrite, why: string) => boolean
  answer: (thread: CommentId, text: string) => boolean
  settle: (thread: CommentId, state: CommentState) => void
  remove: (comment: CommentId) => void
  isOwn: (comment: CommentId) => boolean
  collect: () => FileComments
}>

const NAME_KEY = 'parley-review-name'

/** Comments made in the page: kept in it, and in the browser's storage where it has one for files. */
export function createReviewer({ bots, hash, stated }: Page): Reviewer {
  const document = BotDocument.of(bots.document.values())
  const pass = newestIteration(document)
  if (!pass) document.put(unnumbered(bots.at))
  const own = new Map<string, CommentRecord>()
  const tests = new Map<string, TestcaseRecord>()
  const key = `parley-review:${hash}`
  const storage = storageOf(window)
  const said = createStore<Said>({
    rev: 0,
    made: 0,
    name: read(storage, NAME_KEY) ?? '',
    isKept: storage !== null,
    problem: null,
  })
  const collect = (): FileComments => ({
    about: {
      bot: document.bot.id,
      botName: document.bot.name,
      iteration: pass && { id: pass.id, hash: pass.hash },
      stated,
      content: hash,
    },
    comments: [...own.values()],
    tests: [...tests.values()],
  })
  const tell = () => {
    const isKept = write(storage, key, commentsText(collect()))
    said.set({ rev: said.get().rev + 1, made: own.size, isKept, problem: null })
  }
  const take = (changes: Changes) => {
    applyChanges(document, changes)
    for (const { before, after } of Object.values(changes)) {
      if (after?.type === 'comment') own.set(after.id, after)
      else if (before?.type === 'comment') own.delete(before.id)
    }
    tell()
  }
  const saying = () => ({ by: { name: said.get().name.trim() }, at: Date.now(), newId })
  const done = <T>(result: Result<T>, changesOf: (value: T) => Changes): boolean => {
    if (result.ok) take(changesOf(result.value))
    else said.set({ problem: result.message })
    return result.ok
  }
  const before = read(storage, key)
  const kept = before === null ? null : readComments(before)
  if (kept?.ok) {
    for (const test of kept.value.tests) tests.set(test.id, test)
    for (const comment of kept.value.comments) {
      own.set(comment.id, comment)
      document.put(comment)
    }
    said.set({ made: own.size })
  }
  return {
    ...{ document, said, collect },
    setName: name => {
      write(storage, NAME_KEY, name)
      said.set({ name })
    },
    add: (place, text, blocking, test) => {
      if (test) {
        tests.set(test.id, test)
        document.put(test)
      }
      return done(addComment(document, { place, text, blocking }, saying()), ({ changes }) => changes)
    },
    suggest: (place, write, why) => {
      const changes = setTexts(document, [write])
      const made = changes.ok
        ? addComment(document, { place, text: why, changes: changes.value }, saying())
        : changes
      return done(made, ({ changes }) => changes)
    },
    answer: (thread, text) => done(answerComment(document, thread, text, saying()), changes => changes),
    settle: (thread, state) => take(setCommentState(document, thread, state, saying())),
    remove: id => {
      const comment = document.get(id)
      if (comment) take({ [id]: { before: comment, after: null } } as Changes)
    },
    isOwn: id => own.has(id) && bots.document.get(id) === undefined,
  }
}

/** A test of the page's own, for a comment on a turn. */
export function newTestId(): TestcaseId {
  return newRecordId('testcase', newId)
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Comments of a bot that was never submitted wait for its first pass. */
function unnumbered(at: number) {
  return {
    id: NO_ITERATION,
    type: 'iteration',
    number: 1,
    version: '0.1',
    hash: '0'.repeat(64),
    at,
    by: { name: '–' },
    note: '',
    state: 'in-review',
  } as const
}

/** Some browsers give files no storage, and throw at the mere question. */
function storageOf(window: Window): Storage | null {
  try {
    const { localStorage } = window
    localStorage.setItem('parley-review-test', '')
    localStorage.removeItem('parley-review-test')
    return localStorage
  } catch {
    return null
  }
}

function read(storage: Storage | null, key: string): string | null {
  return storage?.getItem(key) ?? null
}

function write(storage: Storage | null, key: string, value: string): boolean {
  try {
    storage?.setItem(key, value)
    return storage !== null
  } catch {
    return false
  }
}

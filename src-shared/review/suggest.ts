import { isSame } from '../compare/is-same.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { CommentPlace } from '../document/comment.ts'
import type { RecordId } from '../document/ids.ts'
import type { BotDocRecord, CommentRecord } from '../document/records.ts'
import type { Change, Changes } from '../edit/edit.ts'
import { updateRecord } from '../edit/update-record.ts'
import { ok, type Result } from '../kit/result.ts'
import { addComment, type Saying } from './review-edits.ts'
import { newestIteration } from './threads.ts'

/** `moved`: nothing was suggested, for places are nobody's business but those of who draws. */
export type Suggesting = Readonly<{ changes: Changes; is: 'new' | 'joined' | 'moved' }>

type Wish = Readonly<{ text: string; place: CommentPlace; changes: Changes }>

/**
 * Keeps an intent as a suggestion instead of doing it. Where it only moves blocks and notes that the same person
 * suggests something about, that suggestion takes the new places; a move alone is none (requirements.md KAL-07).
 * Refuses as `addComment` does.
 */
export function suggest(document: BotDocument, wish: Wish, saying: Saying): Result<Suggesting> {
  if (!Object.values(wish.changes).every(isMove)) {
    const made = addComment(document, wish, saying)
    return made.ok ? ok({ changes: made.value.changes, is: 'new' }) : made
  }
  const open = suggestionAbout(document, Object.keys(wish.changes), saying)
  if (!open) return ok({ changes: {}, is: 'moved' })
  const last = Math.max(0, ...(open.edits ?? []))
  const joined: CommentRecord = {
    ...open,
    changes: withPlaces(open.changes as Changes, wish.changes) as CommentRecord['changes'],
    edits: [...(open.edits ?? []), Math.max(saying.at, last + 1)].slice(-200),
  }
  return ok({ changes: updateRecord(document, joined), is: 'joined' })
}

function isMove({ before, after }: Change): boolean {
  if (!before || !after || (before.type !== 'block' && before.type !== 'note')) return false
  return isSame({ ...before, x: 0, y: 0 }, { ...after, x: 0, y: 0 })
}

/** The newest open suggestion of this person in the present pass which leaves all of these records there. */
function suggestionAbout(
  document: BotDocument,
  ids: readonly string[],
  { by }: Saying,
): CommentRecord | null {
  const iteration = newestIteration(document)?.id
  const mine = [...document.all('comment')].filter(
    ({ kind, state, changes = {}, ...comment }) =>
      kind === 'suggestion' &&
      state === 'open' &&
      comment.iteration === iteration &&
      comment.by.name === by.name &&
      ids.every(id => changes[id]?.after),
  )
  return mine.sort((a, b) => a.at - b.at).at(-1) ?? null
}

function withPlaces(changes: Changes, moves: Changes): Changes {
  const all = Object.entries(changes) as [RecordId, Change][]
  return Object.fromEntries(
    all.map(([id, change]) => {
      const to = moves[id]?.after
      const { after } = change
      if (!to || !after || !('x' in to) || !('x' in after)) return [id, change]
      return [id, { ...change, after: { ...after, x: to.x, y: to.y } as BotDocRecord }]
    }),
  ) as Changes
}

import i18next from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { CommentPlace } from '../../src-shared/document/comment.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { type BotDocRecord, REVIEW_TYPES } from '../../src-shared/document/records.ts'
import type { Changes, EditLabel } from '../../src-shared/edit/edit.ts'
import { ok, type Result } from '../../src-shared/kit/result.ts'
import { suggest } from '../../src-shared/review/suggest.ts'
import { newId } from './open-bot.ts'
import { reviewer } from './reviewer.ts'
import { useWorkbench } from './workbench.ts'

type Made = Readonly<{ changes: Changes; label: EditLabel }>

/** What is committed in place of an intent while one suggests: a suggestion of it. What people say is said at once. */
export function suggested(changes: Changes, label: EditLabel): Result<Made> {
  const { suggesting, editor } = useWorkbench.getState()
  const records = Object.values(changes).map(({ before, after }) => (before ?? after) as BotDocRecord)
  // A comment may bring the conversation it is about.
  const isSaid = records.some(({ type }) => REVIEW_TYPES.has(type))
  const content = isSaid ? undefined : records.find(({ type }) => !REVIEW_TYPES.has(type))
  if (!suggesting || !editor || !content) return ok({ changes, label })
  const made = suggest(
    editor.document,
    { text: i18next.t(label.key, { ...label }), place: placeOf(editor.document, content), changes },
    { by: reviewer(), at: Date.now(), newId },
  )
  if (!made.ok) return made
  const { is } = made.value
  const key = is === 'moved' ? 'review.moved' : is === 'joined' ? 'review.joined' : 'review.suggested'
  useWorkbench.setState({ banner: { tone: 'info', message: i18next.t(key) } })
  return ok({ changes: made.value.changes, label: { key: 'review.edited.suggest' } })
}

/** Where a suggestion is pinned: the first thing it changes that is there already, or else the bot. */
function placeOf(document: BotDocument, record: BotDocRecord): CommentPlace {
  if (record.type === 'edge')
    return document.get(record.from as BlockId)
      ? { on: 'edge', block: record.from, port: record.port }
      : { on: 'bot' }
  return document.get(record.id) ? { on: 'record', record: record.id } : { on: 'bot' }
}

import i18next from 'i18next'
import { useState } from 'preact/hooks'
import { recordTitle } from '../src-renderer/compare/change-words.ts'
import { languageName } from '../src-renderer/inspector/fields/language-name.ts'
import { fieldLabel } from '../src-renderer/texts/field-label.ts'
import type { FieldDifference } from '../src-shared/compare/difference.ts'
import type { CommentPlace } from '../src-shared/document/comment.ts'
import type { BotDocRecord } from '../src-shared/document/records.ts'
import { isWritten, type TextField, textFields } from '../src-shared/texts/text-fields.ts'
import { RecordLines } from './changes/record-lines.tsx'
import { recordOf, useThreads } from './comments/comment-counts.ts'
import { CommentForm } from './comments/comment-form.tsx'
import { SuggestForm } from './comments/suggest-form.tsx'
import { ThreadItem } from './comments/thread-item.tsx'
import { differencesOf } from './differences.ts'
import { type Desk, shownDocument } from './look.ts'

/** What was chosen: its texts in every language, what changed, and what people say about it. */
export function BlockPane({ desk }: Readonly<{ desk: Desk }>) {
  const { t, look, page, reviewer } = desk
  const chosen = look.use(({ chosen }) => chosen)
  look.use(({ shown }) => shown)
  const threads = useThreads(desk).filter(({ root }) => recordOf(root.place) === chosen)
  const document = shownDocument(desk)
  const record = chosen ? document.get(chosen) : undefined
  if (!record) return <p class="quiet empty">{t('reviewPage.block.none')}</p>
  const title = recordTitle(t, record, document)
  const subjects = [...(differencesOf(page.bots)?.subjects.values() ?? [])].filter(
    ({ key, before, after }) => {
      const edge = after ?? before
      return key === record.id || (edge?.type === 'edge' && edge.from === record.id)
    },
  )
  const texts = textFields(record).filter(({ texts }) => Object.values(texts).some(isWritten))
  return (
    <div class="block-pane" key={record.id}>
      <h2>{title}</h2>
      {record.type === 'block' && <p class="quiet">{t(`blocks.kind.${record.kind}.name`)}</p>}
      {subjects.map(subject => (
        <RecordLines key={subject.key} desk={desk} subject={subject} />
      ))}
      {texts.map(field => (
        <Text key={field.key} desk={desk} record={record} field={field} />
      ))}
      <ul class="threads">
        {threads.map(thread => (
          <ThreadItem
            key={thread.root.id}
            desk={desk}
            thread={thread}
            withPlace={thread.root.place.on !== 'record' || !!thread.root.place.path}
          />
        ))}
      </ul>
      <CommentForm
        desk={desk}
        label={t('reviewPage.comments.toBlock', { name: title })}
        canBlock
        onSay={(text, blocking) => reviewer.add({ on: 'record', record: record.id }, text, blocking)}
      />
    </div>
  )
}

type TextProps = Readonly<{ desk: Desk; record: BotDocRecord; field: TextField }>

/** One text in all languages; what is said about it, or suggested for it, says which of them is meant. */
function Text({ desk, record, field }: TextProps) {
  const path = pathOf(record, field)
  return (
    <section class="text">
      <h3>{fieldLabel(desk.t, field)}</h3>
      {Object.entries(field.texts)
        .filter(([, text]) => isWritten(text))
        .map(([locale, text]) => (
          <TextInLocale key={locale} {...{ desk, record, field, path, locale, text }} />
        ))}
    </section>
  )
}

type InLocaleProps = TextProps & Readonly<{ path: readonly string[]; locale: string; text: string }>

function TextInLocale({ desk, record, field, path, locale, text }: InLocaleProps) {
  const { t, reviewer } = desk
  const [open, setOpen] = useState<'comment' | 'suggest' | null>(null)
  const place: CommentPlace = { on: 'record', record: record.id, path: [...path], locale }
  const close = () => setOpen(null)
  // Of the version before nothing can be suggested any more.
  const isNow = desk.look.get().shown === 'now'
  return (
    <div class="in-locale">
      <p class="quiet">{languageName(locale, i18next.language)}</p>
      <p class="written" lang={locale} dir="auto">
        {text}
      </p>
      {open === 'comment' && (
        <CommentForm
          desk={desk}
          label={t('reviewPage.comments.toText')}
          canBlock
          onSay={(said, blocking) => reviewer.add(place, said, blocking)}
          onClose={close}
        />
      )}
      {open === 'suggest' && (
        <SuggestForm
          desk={desk}
          locale={locale}
          text={text}
          onSay={(now, why) =>
            reviewer.suggest(place, { record: record.id, key: field.key, locale, text: now }, why)
          }
          onClose={close}
        />
      )}
      {open === null && (
        <div class="row">
          <button type="button" class="quiet-button" onClick={() => setOpen('comment')}>
            {t('reviewPage.comments.toText')}
          </button>
          {isNow && (
            <button type="button" class="quiet-button" onClick={() => setOpen('suggest')}>
              {t('reviewPage.comments.suggestText')}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

/** The place of a text as comments name it: items of lists by their ids. */
function pathOf(record: BotDocRecord, { path }: TextField): FieldDifference['path'] {
  const steps: string[] = record.type === 'block' ? ['data'] : []
  let at: unknown = record.type === 'block' ? record.data : record
  for (const step of path) {
    at = (at as Record<string | number, unknown> | undefined)?.[step]
    const id = typeof step === 'number' ? (at as { id?: unknown } | null)?.id : null
    steps.push(typeof id === 'string' ? id : String(step))
  }
  return steps
}

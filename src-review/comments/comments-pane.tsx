import { useState } from 'preact/hooks'
import { commentsBlock, commentsText } from '../../src-shared/review-file/comments-file.ts'
import type { Desk } from '../look.ts'
import { useThreads } from './comment-counts.ts'
import { CommentForm } from './comment-form.tsx'
import { ThreadItem } from './thread-item.tsx'

/** Everything that was said, and the ways it goes back to those who made the bot. */
export function CommentsPane({ desk }: Readonly<{ desk: Desk }>) {
  const { t, reviewer } = desk
  const threads = useThreads(desk)
  const open = threads.filter(({ root }) => root.state === 'open')
  const settled = threads.filter(({ root }) => root.state !== 'open')
  return (
    <div class="comments">
      <SendBack desk={desk} />
      <CommentForm
        desk={desk}
        label={t('reviewPage.comments.toBot')}
        canBlock
        onSay={(text, blocking) => reviewer.add({ on: 'bot' }, text, blocking)}
      />
      <h3>{t('reviewPage.comments.open', { count: open.length })}</h3>
      {threads.length === 0 && <p class="quiet">{t('reviewPage.comments.none')}</p>}
      <ul class="threads">
        {open.map(thread => (
          <ThreadItem key={thread.root.id} desk={desk} thread={thread} withPlace />
        ))}
      </ul>
      {settled.length > 0 && (
        <details>
          <summary>{t('reviewPage.comments.settled', { count: settled.length })}</summary>
          <ul class="threads">
            {settled.map(thread => (
              <ThreadItem key={thread.root.id} desk={desk} thread={thread} withPlace />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function SendBack({ desk: { t, page, reviewer } }: Readonly<{ desk: Desk }>) {
  const made = reviewer.said.use(({ made }) => made)
  const isKept = reviewer.said.use(({ isKept }) => isKept)
  const [copied, setCopied] = useState<string | null>(null)
  if (made === 0) return <p class="quiet">{t('reviewPage.comments.how')}</p>
  const download = () =>
    save(`${plainName(page.bots.document.bot.name)}.parley-comments`, commentsText(reviewer.collect()))
  return (
    <div class="send-back">
      <p>
        {t('reviewPage.comments.made', { count: made })}{' '}
        {t(isKept ? 'reviewPage.comments.kept' : 'reviewPage.comments.notKept')}
      </p>
      <div class="row">
        <button type="button" class="primary" onClick={download}>
          {t('reviewPage.comments.download')}
        </button>
        <button type="button" class="plain" onClick={() => setCopied(commentsBlock(reviewer.collect()))}>
          {t('reviewPage.comments.asText')}
        </button>
      </div>
      {copied !== null && (
        <label>
          {t('reviewPage.comments.copyThis')}
          <textarea
            readOnly
            rows={5}
            class="block-text"
            value={copied}
            ref={field => field?.select()}
            onFocus={event => event.currentTarget.select()}
          />
        </label>
      )}
    </div>
  )
}

/** Downloads work from a file without network: the bytes are in the page already. */
function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = window.document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

function plainName(name: string): string {
  return (
    name
      .replace(/[\\/:*?"<>|\p{Cc}.]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim() || 'bot'
  )
}

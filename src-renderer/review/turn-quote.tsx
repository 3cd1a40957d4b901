import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { CommentPlace } from '../../src-shared/document/comment.ts'
import type { TestcaseId } from '../../src-shared/document/ids.ts'
import type { TestcaseRecord } from '../../src-shared/document/testcase.ts'
import { parseMarkup } from '../../src-shared/message/markup.ts'
import { markupToPlain } from '../../src-shared/message/markup-to-plain.ts'
import type { Input } from '../../src-shared/runtime/input.ts'
import { turnTitle } from '../simulator/turn-title.ts'
import styles from './review.module.css'

type Props = Readonly<{ document: BotDocument; place: CommentPlace; test?: TestcaseRecord | null }>

/** What was said in the turn a comment is about, by the customer and by the bot as it was then. */
export function TurnQuote({ document, place, test: brought = null }: Props) {
  const { t } = useTranslation()
  if (place.on !== 'turn') return null
  const test = document.get(place.test as TestcaseId) ?? brought
  const step = test?.steps[place.step]
  if (!test || !step) return null
  const input: Input = { id: 'in', ...step.input }
  const at =
    test.start.at + test.steps.slice(0, place.step + 1).reduce((sum, { afterMs }) => sum + afterMs, 0)
  const replies = step.expected.flatMap(each => (each.is === 'message' ? [each.text] : []))
  return (
    <dl className={styles.quote}>
      <dt>{t('review.turn.customer')}</dt>
      <dd dir="auto">{turnTitle(t, document, { input, at, events: [] })}</dd>
      {replies.length > 0 && (
        <>
          <dt>{t('review.turn.bot')}</dt>
          <dd dir="auto">{markupToPlain(parseMarkup(replies.join('\n')))}</dd>
        </>
      )}
    </dl>
  )
}

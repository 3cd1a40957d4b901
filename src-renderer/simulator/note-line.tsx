import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { Event } from '../../src-shared/runtime/events.ts'
import { eventWords } from './event-words.ts'
import { pointAt } from './point-at.ts'
import css from './simulator.module.css'

type Props = Readonly<{ document: BotDocument; events: readonly Event[] }>

/** What happened between the bubbles, in quiet words; where there is a block to show, the words show it. */
export function NoteLine({ document, events }: Props) {
  const { t } = useTranslation()
  const words = events.map(event => eventWords(t, document, event))
  const [first, second] = words.map(({ text }) => text)
  const text = second ? t('simulator.event.withAnswer', { first, second }) : first
  const tone = words.some(each => each.tone === 'warning') ? 'warning' : 'quiet'
  const block = words.find(each => each.block && document.get(each.block))?.block
  if (!block)
    return (
      <p className={css.note} data-tone={tone}>
        {text}
      </p>
    )
  return (
    <button type="button" className={css.note} data-tone={tone} onClick={() => pointAt(block)}>
      {text}
    </button>
  )
}

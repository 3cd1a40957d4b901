import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { CLOCK_FORMAT } from './clock-format.ts'
import { nameOfBlock } from './name-of-block.ts'
import css from './simulator.module.css'
import type { TranscriptLine } from './transcript.ts'

type Happened = Extract<TranscriptLine, { type: 'happened' }>

/** What began a turn where nobody wrote: the clock, a link, the company. */
export function HappenedLine({ document, line }: Readonly<{ document: BotDocument; line: Happened }>) {
  const { t } = useTranslation()
  return (
    <p className={css.note} data-clock={line.input.type === 'time' || undefined}>
      {wordsOf(t, document, line)}
    </p>
  )
}

function wordsOf(t: TFunction, document: BotDocument, { input, at }: Happened): string {
  switch (input.type) {
    case 'referral':
      return input.ref === ''
        ? t('simulator.happened.anyReferral')
        : t('simulator.happened.referral', { ref: input.ref })
    case 'proactive':
      return t('simulator.happened.proactive')
    case 'schedule':
      return t('simulator.happened.schedule', { block: nameOfBlock(t, document, input.entry) })
    default:
      return t('simulator.happened.time', { at, formatParams: { at: CLOCK_FORMAT } })
  }
}

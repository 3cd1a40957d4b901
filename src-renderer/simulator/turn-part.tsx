import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { Simulation } from '../../src-shared/runtime/simulation.ts'
import { Fold } from './fold.tsx'
import { pointAt } from './point-at.ts'
import css from './simulator.module.css'
import { type TurnDetail, turnDetails } from './turn-details.ts'

type Props = Readonly<{ document: BotDocument; simulation: Simulation }>

/** The last turn step by step, in words. */
export function TurnPart(props: Props) {
  const { t } = useTranslation()
  return (
    <Fold title={t('simulator.turn.title')}>
      <Steps {...props} />
    </Fold>
  )
}

function Steps({ document, simulation }: Props) {
  const { t } = useTranslation()
  const turn = simulation.turns.at(-1)
  if (!turn) return <p className={css.hint}>{t('simulator.turn.none')}</p>
  return (
    <ol className={css.steps}>
      {turnDetails(t, document, turn).map((detail, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two steps may read alike, and their order never changes
        <li key={at}>
          <Step detail={detail} />
        </li>
      ))}
    </ol>
  )
}

function Step({ detail: { text, block } }: { detail: TurnDetail }) {
  if (!block) return text
  return (
    <button type="button" className={css.step} onClick={() => pointAt(block)}>
      {text}
    </button>
  )
}

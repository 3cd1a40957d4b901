import { IconArrowRight, IconCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { formatValue } from '../../src-shared/expression/format-value.ts'
import {
  type EvaluatedFormula,
  explainTurn,
  type RuleVerdict,
} from '../../src-shared/runtime/explain-turn.ts'
import type { Program } from '../../src-shared/runtime/program.ts'
import type { SimulatedTurn, Simulation } from '../../src-shared/runtime/simulation.ts'
import type { Understanding } from '../../src-shared/understanding/understanding.ts'
import { eventWords } from './event-words.ts'
import { Fold } from './fold.tsx'
import { nameOfBlock } from './name-of-block.ts'
import { pointAt } from './point-at.ts'
import css from './simulator.module.css'
import { nameOfMeant } from './understood-words.ts'

type Props = Readonly<{ document: BotDocument; simulation: Simulation; program: Program }>

/** Why the present turn went as it did: rules in their order, guesses, the way taken, formulas (requirements.md NHN-33). */
export function WhyPart(props: Props) {
  const { t } = useTranslation()
  return (
    <Fold title={t('simulator.why.title')} isTall>
      <Why {...props} />
    </Fold>
  )
}

function Why({ document, simulation, program }: Props) {
  const { t } = useTranslation()
  const number = simulation.turns.length - 1
  const turn = simulation.turns[number]
  const explained = useMemo(() => explainTurn(program, simulation, number), [program, simulation, number])
  if (!turn || !explained) return <p className={css.hint}>{t('simulator.turn.none')}</p>
  return (
    <div className={css.why}>
      {!explained.isPresent && <p className={css.hint}>{t('simulator.why.edited')}</p>}
      {explained.rules.length > 0 && <Rules rules={explained.rules} />}
      {explained.candidates && <Candidates document={document} candidates={explained.candidates} />}
      <Way document={document} turn={turn} />
      {explained.formulas.length > 0 && <Formulas document={document} formulas={explained.formulas} />}
    </div>
  )
}

function Rules({ rules }: { rules: readonly RuleVerdict[] }) {
  const { t } = useTranslation()
  return (
    <>
      <h4 className={css.whyTitle}>{t('simulator.why.rules')}</h4>
      <ol className={css.rules}>
        {rules.map(({ rule, verdict }) => (
          <li key={rule} data-verdict={verdict === 'taken' || verdict === 'notReached' ? verdict : 'skipped'}>
            <span className={css.ruleMark}>{verdict === 'taken' && <IconCheck size={14} aria-hidden />}</span>
            <span>{t(`simulator.why.rule.${rule}`)}</span>
            <span className={css.ruleWhy}>{t(`simulator.why.verdict.${verdict}`)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** So many are what the bot hesitated between. */
const SHOWN = 3

function Candidates({
  document,
  candidates,
}: Readonly<{ document: BotDocument; candidates: Understanding }>) {
  const { t } = useTranslation()
  const { intents, faq, sentiment } = candidates
  const guesses = [
    ...intents.slice(0, SHOWN).map(({ intent, confidence }) => ({ id: intent, confidence })),
    ...(faq ? [{ id: faq.faq, confidence: faq.confidence }] : []),
  ]
  return (
    <>
      <h4 className={css.whyTitle}>{t('simulator.why.candidates')}</h4>
      {guesses.length === 0 && <p className={css.hint}>{t('simulator.event.understood.nothing')}</p>}
      <ul className={css.guesses}>
        {guesses.map(({ id, confidence }) => (
          <li key={id}>
            <span className={css.guessName}>{nameOfMeant(t, document, id)}</span>
            <meter className={css.meter} min={0} max={1} value={confidence} aria-hidden />
            <span>{t('simulator.why.sure', { sure: confidence, formatParams: { sure: PERCENT } })}</span>
          </li>
        ))}
      </ul>
      {sentiment !== 'neutral' && (
        <p className={css.hint}>{t(`simulator.event.understood.sounds.${sentiment}`)}</p>
      )}
    </>
  )
}

const PERCENT: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: 0 }

/** The edges that were taken and the values that were set, in order. */
function Way({ document, turn }: Readonly<{ document: BotDocument; turn: SimulatedTurn }>) {
  const { t } = useTranslation()
  const told = turn.events.filter(({ type }) => type === 'edgeTaken' || type === 'variableSet')
  if (told.length === 0) return null
  return (
    <>
      <h4 className={css.whyTitle}>{t('simulator.why.way')}</h4>
      <ol className={css.wayList}>
        {told.map((event, at) => {
          const { text, block } = eventWords(t, document, event)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be alike, and their order never changes
            <li key={at}>
              <IconArrowRight size={12} aria-hidden />
              {block ? (
                <button type="button" className={css.step} onClick={() => pointAt(block)}>
                  {text}
                </button>
              ) : (
                <span>{text}</span>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}

function Formulas({
  document,
  formulas,
}: Readonly<{ document: BotDocument; formulas: readonly EvaluatedFormula[] }>) {
  const { t } = useTranslation()
  return (
    <>
      <h4 className={css.whyTitle}>{t('simulator.why.formulas')}</h4>
      <ul className={css.formulas}>
        {formulas.map(({ block, source, value }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same formula may be worked out twice
          <li key={at}>
            <code title={nameOfBlock(t, document, block)}>{source}</code>
            <span>
              {value === undefined
                ? t('simulator.why.failed')
                : t('simulator.why.value', { value: formatValue(value) || t('simulator.variables.empty') })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

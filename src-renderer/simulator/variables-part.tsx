import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { formatValue } from '../../src-shared/expression/format-value.ts'
import type { Value } from '../../src-shared/kit/value.ts'
import type { Simulation } from '../../src-shared/runtime/simulation.ts'
import { Fold } from './fold.tsx'
import css from './simulator.module.css'
import { type VariableRow, variableRows } from './variable-rows.ts'

/** What the bot keeps in mind of this conversation, and what the last message changed. */
export function VariablesPart({ document, simulation }: { document: BotDocument; simulation: Simulation }) {
  const { t } = useTranslation()
  const rows = variableRows(document, simulation)
  const changed = rows.filter(({ change }) => change !== null).length
  const note = changed > 0 ? t('simulator.variables.changed', { count: changed }) : null
  return (
    <Fold title={t('simulator.variables.title')} note={note} startsOpen>
      {rows.length === 0 && <p className={css.hint}>{t('simulator.variables.none')}</p>}
      <dl className={css.variables}>
        {rows.map(row => (
          <Row key={row.id} row={row} />
        ))}
      </dl>
    </Fold>
  )
}

function Row({ row: { name, value, change } }: { row: VariableRow }) {
  return (
    <div className={css.variable} data-changed={change !== null || undefined}>
      <dt title={name}>{name}</dt>
      <dd title={formatValue(value)}>
        {change && (
          <>
            <s>
              <Shown value={change.before} />
            </s>
            <span aria-hidden> → </span>
          </>
        )}
        <Shown value={value} />
      </dd>
    </div>
  )
}

function Shown({ value }: { value: Value }) {
  const { t } = useTranslation()
  const text = formatValue(value)
  return text === '' ? <em className={css.nothing}>{t('simulator.variables.empty')}</em> : <bdi>{text}</bdi>
}

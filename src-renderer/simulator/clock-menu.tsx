import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { dueAt } from '../../src-shared/runtime/expire.ts'
import type { Program } from '../../src-shared/runtime/program.ts'
import { presentSession, presentTime, type Simulation } from '../../src-shared/runtime/simulation.ts'
import { CLOCK_FORMAT } from './clock-format.ts'
import css from './simulator.module.css'
import { letTimePass, showSheet } from './talk.ts'

type Props = Readonly<{ simulation: Simulation; program: Program }>

const MINUTE_MS = 60_000
const STEPS = [
  ['minute', MINUTE_MS],
  ['quarter', 15 * MINUTE_MS],
  ['hour', 60 * MINUTE_MS],
  ['day', 24 * 60 * MINUTE_MS],
] as const

/** The time it is in the conversation, and ways to let it pass. */
export function ClockMenu({ simulation, program }: Props) {
  const { t } = useTranslation()
  const now = presentTime(simulation)
  const due = dueAt(program, presentSession(simulation))
  const at = (time: number) => ({ at: time, formatParams: { at: CLOCK_FORMAT } })
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <button type="button" className={css.chip} aria-label={t('simulator.clock.label', at(now))}>
          {t('simulator.clock.now', at(now))}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('simulator.clock.skip')}</Menu.Label>
        {STEPS.map(([name, ms]) => (
          <Menu.Item key={name} fz={13} onClick={() => letTimePass(ms)}>
            {t(`simulator.clock.${name}`)}
          </Menu.Item>
        ))}
        {due !== null && due > now && (
          <Menu.Item fz={13} onClick={() => letTimePass(Math.max(0, due - now))}>
            {t('simulator.clock.due', at(due))}
          </Menu.Item>
        )}
        <Menu.Item fz={13} onClick={() => showSheet('date')}>
          {t('simulator.clock.date')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { Program } from '../../src-shared/runtime/program.ts'
import type { Session } from '../../src-shared/runtime/session.ts'
import { wayTo } from '../../src-shared/runtime/session-tree.ts'
import { presentSession, type SimulatedTurn, type Simulation } from '../../src-shared/runtime/simulation.ts'
import { useWorkbench } from '../state/workbench.ts'
import { ChatTurn } from './chat-turn.tsx'
import css from './simulator.module.css'
import { StartLine } from './start-line.tsx'
import { isLost, startAgain, useTalk } from './talk.ts'

type Props = Readonly<{ document: BotDocument; simulation: Simulation; program: Program }>

/** The conversation so far, its end in sight; in the layout the end is where scrolling begins. */
export function ChatLog({ document, simulation, program }: Props) {
  const { t } = useTranslation()
  const log = useRef<HTMLDivElement>(null)
  const rev = useWorkbench(state => state.rev)
  const { turns } = simulation
  const isPaused = useTalk(state => state.pause !== null)
  const lost = !isPaused && isLost(simulation, program)
  const lastSaid = turns.findLastIndex(({ events }) => events.some(({ type }) => type === 'messageSent'))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a longer conversation has another end
  useEffect(() => {
    const end = log.current
    if (end) end.scrollTop = 0
  }, [turns, lost])
  return (
    <div ref={log} className={css.log} role="log" aria-live="off" aria-label={t('simulator.log')}>
      <div className={css.lines}>
        <StartLine locales={program.locales} />
        {turns.map((turn, at) => (
          <ChatTurn
            key={turn.input.id}
            document={document}
            rev={rev}
            turn={turn}
            canAnswer={
              at === lastSaid && !lost && !isPaused && isAnswerable(turn, presentSession(simulation))
            }
          />
        ))}
        <Compared />
        {lost && (
          <div className={css.lost}>
            <IconAlertTriangle size={14} aria-hidden />
            <span>{t('simulator.lost')}</span>
            <Button size="compact-xs" variant="default" onClick={() => startAgain()}>
              {t('simulator.restart')}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

/** What came of playing the conversation again with the bot as it is now. */
function Compared() {
  const { t } = useTranslation()
  const compared = useTalk(state => state.compared)
  const tree = useTalk(state => state.tree)
  if (!compared || !tree) return null
  const { differs } = compared
  const text =
    differs === null
      ? t('simulator.timeline.same')
      : t('simulator.timeline.differsAt', { number: wayTo(tree, tree.tip).indexOf(differs) + 1 })
  return (
    <p role="status" className={css.compared} data-tone={differs === null ? 'quiet' : 'warning'}>
      {text}
    </p>
  )
}

/** Whether the bot waits for what it asked last; an agent would not know what a tap means. */
function isAnswerable({ after }: SimulatedTurn, now: Session): boolean {
  return now.state === 'open' && now.more?.agentAt === undefined && now.block === after.block
}

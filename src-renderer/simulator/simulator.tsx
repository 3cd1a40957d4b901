import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { presentSession, presentTime } from '../../src-shared/runtime/simulation.ts'
import { useDocument } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { Announcer } from './announcer.tsx'
import { ChatHeader } from './chat-header.tsx'
import { ChatLog } from './chat-log.tsx'
import { DateSheet } from './date-sheet.tsx'
import { PauseBar } from './pause-bar.tsx'
import { ProblemsLine } from './problems-line.tsx'
import { ReplyBox } from './reply-box.tsx'
import { SaveTestSheet } from './save-test-sheet.tsx'
import css from './simulator.module.css'
import { StartHint } from './start-hint.tsx'
import { startHints } from './start-hints.ts'
import { refreshTalk, useTalk } from './talk.ts'
import { TimelineBar } from './timeline-bar.tsx'
import { TurnPart } from './turn-part.tsx'
import { TurnsPart } from './turns-part.tsx'
import { VariablesPart } from './variables-part.tsx'
import { WhyPart } from './why-part.tsx'

/** Rest after an edit before the bot is compiled again: every key pressed in a text may be one. */
const REST_MS = 400

/** "Try it": the bot as a customer meets it, beside the canvas; below it what it keeps in mind and what just happened. */
export function Simulator() {
  const { t } = useTranslation()
  const document = useDocument()
  const bot = useWorkbench(state => state.bot)
  const talk = useTalk()
  useFreshProgram()
  if (!document || talk.bot !== bot || !talk.simulation || !talk.tree || !talk.program)
    return <div className={css.simulator} />
  const { simulation, tree, program, locale, pause, sheet } = talk
  const hints = startHints(document, locale ?? program.locales[0] ?? 'en')
  const isEmpty = simulation.turns.length === 0 && pause === null
  return (
    <section className={css.simulator} aria-label={t('simulator.title')}>
      <ChatHeader document={document} simulation={simulation} program={program} />
      {tree.turns.length > 0 && <TimelineBar document={document} tree={tree} />}
      <ProblemsLine problems={program.problems} />
      <Announcer simulation={simulation} />
      {isEmpty ? (
        <StartHint hints={hints} locales={program.locales} />
      ) : (
        <ChatLog document={document} simulation={simulation} program={program} />
      )}
      {sheet === 'date' && <DateSheet now={presentTime(simulation)} />}
      {sheet === 'test' && !isEmpty && !pause && (
        <SaveTestSheet document={document} simulation={simulation} />
      )}
      {pause ? (
        <PauseBar document={document} pause={pause} />
      ) : (
        (!isEmpty || hints.missing === null) && (
          <ReplyBox document={document} session={presentSession(simulation)} />
        )
      )}
      <VariablesPart document={document} simulation={simulation} />
      <TurnsPart document={document} tree={tree} />
      <WhyPart document={document} simulation={simulation} program={program} />
      <TurnPart document={document} simulation={simulation} />
    </section>
  )
}

/** Compiles at once when a bot comes into sight, and in an idle moment after each edit. */
function useFreshProgram(): void {
  const rev = useWorkbench(state => state.rev)
  const bot = useWorkbench(state => state.bot)
  const isNew = useTalk(state => state.bot !== bot)
  useEffect(() => {
    if (isNew) refreshTalk()
  }, [isNew])
  // biome-ignore lint/correctness/useExhaustiveDependencies: every state of the document is another program
  useEffect(() => {
    let idle = 0
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => refreshTalk())
    }, REST_MS)
    return () => {
      clearTimeout(timer)
      cancelIdleCallback(idle)
    }
  }, [rev])
}

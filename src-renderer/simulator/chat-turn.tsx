import { memo, useMemo } from 'react'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { SimulatedTurn } from '../../src-shared/runtime/simulation.ts'
import { useWorkbench } from '../state/workbench.ts'
import { BotBubble } from './bot-bubble.tsx'
import { HappenedLine } from './happened-line.tsx'
import { NoteLine } from './note-line.tsx'
import { PersonBubble } from './person-bubble.tsx'
import css from './simulator.module.css'
import { trailOf } from './trail-of.ts'
import { linesOfTurn, type TranscriptLine } from './transcript.ts'

type Props = Readonly<{
  document: BotDocument
  /** The state of the document: names may have changed in it. */
  rev: number
  turn: SimulatedTurn
  canAnswer: boolean
}>

/** One message of the customer, and all that came of it. While the pointer is on it the canvas shows its way. */
export const ChatTurn = memo(function ChatTurn({ document, turn, canAnswer }: Props) {
  const lines = useMemo(() => linesOfTurn(turn), [turn])
  const lastMessage = lines.findLastIndex(({ type }) => type === 'message')
  const glance = (block: BlockId) => showGlance(document, turn, block)
  return (
    <div className={css.turn}>
      {lines.map((line, at) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a turn never change
          key={at}
          document={document}
          line={line}
          isFirst={isFirstOf(lines, at)}
          canAnswer={canAnswer && at === lastMessage}
          onGlance={glance}
        />
      ))}
    </div>
  )
})

type LineProps = Readonly<{
  document: BotDocument
  line: TranscriptLine
  isFirst: boolean
  canAnswer: boolean
  onGlance: (block: BlockId) => () => void
}>

function Line({ document, line, ...rest }: LineProps) {
  switch (line.type) {
    case 'said':
    case 'agent':
      return <PersonBubble line={line} />
    case 'message':
      return <BotBubble document={document} message={line.message} {...rest} />
    case 'happened':
      return <HappenedLine document={document} line={line} />
    case 'note':
      return <NoteLine document={document} events={line.events} />
  }
}

/** Whether a message is the first its block said in a row: only that one carries the name. */
function isFirstOf(lines: readonly TranscriptLine[], at: number): boolean {
  const line = lines[at]
  const before = lines[at - 1]
  if (line?.type !== 'message') return false
  return before?.type !== 'message' || before.message.block !== line.message.block
}

/** Lets a block and the way of its turn glow on the canvas; what comes back ends that. */
function showGlance(document: BotDocument, turn: SimulatedTurn, block: BlockId): () => void {
  const { trail } = useWorkbench.getState()
  const glance = { ...trailOf(document, turn), active: block }
  useWorkbench.setState({ trail: glance })
  return () => {
    if (useWorkbench.getState().trail === glance) useWorkbench.setState({ trail })
  }
}

import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { SimulatedTurn } from '../../src-shared/runtime/simulation.ts'
import { useWorkbench } from '../state/workbench.ts'
import { BotBubble } from './bot-bubble.tsx'
import { nameOfBlock } from './name-of-block.ts'
import { pointAt } from './point-at.ts'
import css from './simulator.module.css'
import { trailOf } from './trail-of.ts'
import { linesOf, type TranscriptLine, type TranscriptNote } from './transcript.ts'

type Props = Readonly<{
  document: BotDocument
  /** The state of the document: names may have changed in it. */
  rev: number
  turn: SimulatedTurn
  canAnswer: boolean
}>

/** One message of the customer, and all that came of it. While the pointer is on it the canvas shows its way. */
export const ChatTurn = memo(function ChatTurn({ document, turn, canAnswer }: Props) {
  const lines = useMemo(() => linesOf(turn.events), [turn])
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
  const { t } = useTranslation()
  switch (line.type) {
    case 'said':
      return (
        <div className={css.said} dir="auto">
          <span className={css.spoken}>{t('simulator.customer')}</span>
          {line.text}
        </div>
      )
    case 'message':
      return <BotBubble document={document} message={line} {...rest} />
    case 'note':
      return <Note document={document} note={line} />
  }
}

function Note({ document, note }: { document: BotDocument; note: TranscriptNote }) {
  const { t } = useTranslation()
  const { block } = note
  const text = t(`simulator.note.${note.word}`, {
    ...note.values,
    block: block ? nameOfBlock(t, document, block) : '',
  })
  if (!block || !document.get(block))
    return (
      <p className={css.note} data-tone={note.tone}>
        {text}
      </p>
    )
  return (
    <button type="button" className={css.note} data-tone={note.tone} onClick={() => pointAt(block)}>
      {text}
    </button>
  )
}

/** Whether a message is the first its block said in a row: only that one carries the name. */
function isFirstOf(lines: readonly TranscriptLine[], at: number): boolean {
  const line = lines[at]
  const before = lines[at - 1]
  return line?.type === 'message' && (before?.type !== 'message' || before.block !== line.block)
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

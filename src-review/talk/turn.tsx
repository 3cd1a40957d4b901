import { eventWords } from '../../src-renderer/simulator/event-words.ts'
import { nameOfBlock } from '../../src-renderer/simulator/name-of-block.ts'
import { linesOfTurn, type TranscriptLine } from '../../src-renderer/simulator/transcript.ts'
import type { SentMessage } from '../../src-shared/runtime/events.ts'
import type { SimulatedTurn, Simulation } from '../../src-shared/runtime/simulation.ts'
import { CommentOnTurn } from '../comments/comment-on-turn.tsx'
import { type Desk, showRecord } from '../look.ts'
import { Markup } from '../ui/markup.tsx'
import { MessageParts } from './message-parts.tsx'
import type { Talker } from './talk.ts'

type Props = Readonly<{
  desk: Desk
  talker: Talker
  simulation: Simulation
  turn: SimulatedTurn
  index: number
  isLast: boolean
}>

/** What one turn added to the conversation, and a way to comment on it. */
export function Turn({ desk, talker, simulation, turn, index, isLast }: Props) {
  return (
    <div class="turn">
      {linesOfTurn(turn).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a turn has happened; its lines stay
        <Line key={at} desk={desk} talker={talker} line={line} canAnswer={isLast} />
      ))}
      <CommentOnTurn desk={desk} simulation={simulation} index={index} />
    </div>
  )
}

type LineProps = Readonly<{ desk: Desk; talker: Talker; line: TranscriptLine; canAnswer: boolean }>

function Line({ desk, talker, line, canAnswer }: LineProps) {
  const { t, page } = desk
  const { document } = page.bots
  switch (line.type) {
    case 'said':
      return (
        <p class="bubble customer" dir="auto">
          <span class="spoken">{t('simulator.customer')}</span>
          {line.text || line.files?.[0]?.name || line.location?.name || '…'}
        </p>
      )
    case 'agent':
      return (
        <p class="bubble agent" dir="auto">
          <span class="spoken">{t('simulator.agent')}</span>
          {line.text}
        </p>
      )
    case 'message':
      return <Message desk={desk} talker={talker} message={line.message} canAnswer={canAnswer} />
    case 'happened':
      return <p class="event">{t('simulator.happened.time', { at: line.at })}</p>
    case 'note':
      return <p class="event">{line.events.map(event => eventWords(t, document, event).text).join(' · ')}</p>
  }
}

type MessageProps = Readonly<{ desk: Desk; talker: Talker; message: SentMessage; canAnswer: boolean }>

function Message({ desk, talker, message, canAnswer }: MessageProps) {
  const { t, page } = desk
  const name = nameOfBlock(t, page.bots.document, message.block)
  const { header, text, footer } = message
  return (
    <div class="message">
      <button
        type="button"
        class="source"
        title={t('simulator.show', { block: name })}
        onClick={() => showRecord(desk, message.block)}
      >
        {name}
      </button>
      {(header || text || footer) && (
        <div class="bubble bot" dir="auto">
          <span class="spoken">{t('simulator.bot')}</span>
          {header && (
            <div class="bubble-head">
              <Markup source={header} />
            </div>
          )}
          {text && <Markup source={text} />}
          {footer && (
            <div class="bubble-foot">
              <Markup source={footer} />
            </div>
          )}
        </div>
      )}
      <MessageParts desk={desk} talker={talker} message={message} canAnswer={canAnswer} />
    </div>
  )
}

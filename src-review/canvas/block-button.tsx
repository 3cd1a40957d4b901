import type { TFunction } from 'i18next'
import { memo } from 'preact/compat'
import { blockTitle } from '../../src-renderer/blocks/block-title.ts'
import { portWords } from '../../src-renderer/blocks/port-words.ts'
import { hasPortRows } from '../../src-renderer/canvas/block-size.ts'
import type { PlacedBlock } from '../../src-renderer/canvas/placed-blocks.ts'
import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { ChipText } from '../ui/chip-text.tsx'
import type { ChangeMark } from './change-marks.ts'

type Props = Readonly<{
  t: TFunction
  document: BotDocument
  locale: string
  block: PlacedBlock
  isChosen: boolean
  glow: 'active' | 'path' | null
  change: ChangeMark | null
  comments: number
  onChoose: (id: BlockId) => void
}>

/** A block as the app draws it, as a button: it is chosen by a click, by Tab and by the arrows. */
export const BlockButton = memo(function BlockButton(props: Props) {
  const { t, document, locale, block, isChosen, glow, change, comments, onChoose } = props
  const { record, ports, size, summary, hasInput } = block
  const isMain = document.bot.mainMenu === record.id
  return (
    <button
      type="button"
      id={`card-${record.id}`}
      class="card"
      tabIndex={isChosen ? 0 : -1}
      data-family={kindNamed(record.kind)?.family}
      data-chosen={isChosen}
      data-glow={glow ?? undefined}
      data-change={change ?? undefined}
      aria-pressed={isChosen}
      style={{ height: `${size.height}px`, left: `${record.x}px`, top: `${record.y}px` }}
      onClick={() => onChoose(record.id)}
    >
      <span class="card-head">
        <span class="tile" aria-hidden="true" />
        <span class="card-title">{blockTitle(t, record)}</span>
        {isMain && (
          <span class="card-star" role="img" aria-label={t('canvas.mainMenu')}>
            ★
          </span>
        )}
        {change && <span class="card-mark">{t(`reviewPage.mark.${change}`)}</span>}
        {comments > 0 && (
          <span
            class="card-comments"
            role="img"
            aria-label={t('reviewPage.mark.comments', { count: comments })}
          >
            {comments}
          </span>
        )}
      </span>
      {size.lines > 0 && (
        <span class="card-text" data-lines={size.lines} data-hint={block.isHint}>
          <ChipText text={summary} />
        </span>
      )}
      {hasPortRows(ports) && (
        <span class="card-ports">
          {ports.map((port, index) => (
            <span key={port.id} class="card-port" data-role={port.role}>
              {port.role === 'option' && <span class="card-number">{index + 1}</span>}
              <span class="card-port-name">{portWords(t, document, record, port.id, [locale])}</span>
            </span>
          ))}
        </span>
      )}
      {hasInput && <span class="dot dot-in" style={{ top: `${size.inputY}px` }} />}
      {ports.map((port, index) => (
        <span
          key={port.id}
          class="dot dot-out"
          data-open={port.required && !document.edgeAt(record.id, port.id)}
          style={{ top: `${size.portY[index]}px` }}
        />
      ))}
    </button>
  )
})

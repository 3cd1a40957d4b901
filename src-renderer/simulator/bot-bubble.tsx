import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { SentMessage } from '../../src-shared/runtime/events.ts'
import { ChannelNote } from './channel-note.tsx'
import { hasWords, MessageParts } from './message-parts.tsx'
import { MessageText } from './message-text.tsx'
import { nameOfBlock } from './name-of-block.ts'
import { OptionButtons } from './option-buttons.tsx'
import { pointAt } from './point-at.ts'
import css from './simulator.module.css'

type Props = Readonly<{
  document: BotDocument
  message: SentMessage
  isFirst: boolean
  canAnswer: boolean
  /** Shows the block on the canvas until what comes back is called. */
  onGlance: (block: BlockId) => () => void
}>

/** One message of the bot with all its parts, as the web chat shows it; a click shows the block it came from. */
export function BotBubble({ document, message, isFirst, canAnswer, onGlance }: Props) {
  const { t } = useTranslation()
  const { block, options } = message
  const isKnown = document.get(block) !== undefined
  const name = isKnown ? nameOfBlock(t, document, block) : ''
  const glance = useGlance(() => onGlance(block))
  const show = () => {
    if (window.getSelection()?.isCollapsed !== false) pointAt(block)
  }
  return (
    <div className={css.message} onPointerEnter={glance.begin} onPointerLeave={glance.end}>
      {isFirst && isKnown && (
        <button
          type="button"
          className={css.source}
          title={t('simulator.show', { block: name })}
          onFocus={glance.begin}
          onBlur={glance.end}
          onClick={() => pointAt(block)}
        >
          {name}
        </button>
      )}
      {hasWords(message) && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the name above does the same for the keyboard
        // biome-ignore lint/a11y/noStaticElementInteractions: a button's text could not be selected and copied
        <div className={css.bubble} dir="auto" onClick={show}>
          <span className={css.spoken}>{t('simulator.bot')}</span>
          <MessageText message={message} />
        </div>
      )}
      <MessageParts message={message} canAnswer={canAnswer} />
      {options && options.length > 0 && <OptionButtons options={options} canAnswer={canAnswer} />}
      <ChannelNote message={message} />
    </div>
  )
}

/** A glance ends when the pointer leaves, and also when the bubble goes away under it. */
function useGlance(start: () => () => void) {
  const ending = useRef<(() => void) | null>(null)
  const end = () => {
    ending.current?.()
    ending.current = null
  }
  useEffect(() => () => ending.current?.(), [])
  const begin = () => {
    end()
    ending.current = start()
  }
  return { begin, end }
}

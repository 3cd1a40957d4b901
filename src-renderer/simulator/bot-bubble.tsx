import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageOption } from '../../src-shared/blocks/kind.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { nameOfBlock } from './name-of-block.ts'
import { pointAt } from './point-at.ts'
import css from './simulator.module.css'
import { say } from './talk.ts'
import type { TranscriptLine } from './transcript.ts'

type Props = Readonly<{
  document: BotDocument
  message: Extract<TranscriptLine, { type: 'message' }>
  isFirst: boolean
  canAnswer: boolean
  /** Shows the block on the canvas until what comes back is called. */
  onGlance: (block: BlockId) => () => void
}>

/** One message of the bot, its text exactly as it is sent, with its options; a click shows the block it came from. */
export function BotBubble({ document, message, isFirst, canAnswer, onGlance }: Props) {
  const { t } = useTranslation()
  const { block, text, options } = message
  const name = nameOfBlock(t, document, block)
  const glance = useGlance(() => onGlance(block))
  const show = () => {
    if (window.getSelection()?.isCollapsed !== false) pointAt(block)
  }
  return (
    <div className={css.message} onPointerEnter={glance.begin} onPointerLeave={glance.end}>
      {isFirst && (
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
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the name above does the same for the keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a button's text could not be selected and copied */}
      <div className={css.bubble} dir="auto" onClick={show}>
        <span className={css.spoken}>{t('simulator.bot')}</span>
        {text === '' ? <em className={css.nothing}>{t('simulator.emptyMessage')}</em> : text}
      </div>
      {options && options.length > 0 && <Options options={options} canAnswer={canAnswer} />}
    </div>
  )
}

function Options({ options, canAnswer }: { options: readonly MessageOption[]; canAnswer: boolean }) {
  return (
    <div className={css.options}>
      {options.map(({ id, label }, at) => (
        <button
          key={id}
          type="button"
          className={css.option}
          disabled={!canAnswer}
          onClick={() => say({ text: label, option: id })}
        >
          <span className={css.number}>{at + 1}</span> <span dir="auto">{label}</span>
        </button>
      ))}
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

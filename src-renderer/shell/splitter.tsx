import type { PointerEvent as ReactPointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { setPreferences } from '../state/preferences.ts'
import { useWorkbench } from '../state/workbench.ts'
import styles from './shell.module.css'

type Props = Readonly<{ side: 'left' | 'right' }>

const RANGE = { left: { least: 180, most: 480 }, right: { least: 300, most: 720 } } as const
const KEY_STEP = 16

/** The border between canvas and pane, to be dragged or moved with the arrow keys; the width is remembered. */
export function Splitter({ side }: Props) {
  const { t } = useTranslation()
  const member = side === 'left' ? 'leftWidth' : 'rightWidth'
  const width = useWorkbench(state => state.preferences[member])
  const { least, most } = RANGE[side]
  const within = (wanted: number) => Math.round(Math.min(most, Math.max(least, wanted)))
  const show = (wanted: number) =>
    useWorkbench.setState(({ preferences }) => ({
      preferences: { ...preferences, [member]: within(wanted) },
    }))
  const drag = (down: ReactPointerEvent<HTMLDivElement>) => {
    const handle = down.currentTarget
    handle.setPointerCapture(down.pointerId)
    const sign = side === 'left' ? 1 : -1
    const move = (event: PointerEvent) => show(width + sign * (event.clientX - down.clientX))
    const up = () => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', up)
      void setPreferences({ [member]: useWorkbench.getState().preferences[member] })
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', up)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a window splitter is a focusable separator (WAI-ARIA), which <hr> is not.
    <div
      className={styles.splitter}
      data-side={side}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t(`shell.splitter.${side}`)}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={drag}
      onKeyDown={event => {
        const step = event.key === 'ArrowRight' ? KEY_STEP : event.key === 'ArrowLeft' ? -KEY_STEP : 0
        if (step === 0) return
        event.preventDefault()
        event.stopPropagation()
        void setPreferences({ [member]: within(width + (side === 'left' ? step : -step)) })
      }}
    />
  )
}

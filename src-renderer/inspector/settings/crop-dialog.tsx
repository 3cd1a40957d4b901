import { Button } from '@mantine/core'
import { type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { type Crop, mostZoom, pulled, type Square, squareOf, WHOLE } from './crop.ts'
import css from './crop-dialog.module.css'
import type { ReadPicture } from './read-picture.ts'

type Props = Readonly<{ picture: ReadPicture; onClose: () => void; onTake: (square: Square) => void }>

/** Pixels of the square on the screen. */
const SHOWN = 240
/** Steps of a slider. */
const STEPS = 100

/** Asks which square of a picture stands for the bot (requirements.md NHN-09): pulled with the mouse, or by sliders. */
export function CropDialog({ picture, onClose, onTake }: Props) {
  const { t } = useTranslation()
  const [crop, setCrop] = useState(WHOLE)
  const { left, top, side } = squareOf(picture, crop)
  const scale = SHOWN / side
  const sliders = [
    { part: 'across', room: picture.width - side, value: crop.across, least: 0, most: 1 },
    { part: 'down', room: picture.height - side, value: crop.down, least: 0, most: 1 },
    { part: 'zoom', room: mostZoom(picture) - 1, value: crop.zoom, least: 1, most: mostZoom(picture) },
  ] as const
  return (
    <Dialog title={t('botSettings.crop.title')} size="sm" staysOnClickBeside onClose={onClose}>
      <div className={css.crop}>
        <div
          className={css.square}
          style={{ width: SHOWN, height: SHOWN }}
          {...usePull((dx, dy) => setCrop(present => pulled(picture, present, dx / scale, dy / scale)))}
        >
          <img
            src={picture.image.src}
            alt={t('botSettings.crop.preview')}
            draggable={false}
            style={{
              width: picture.width * scale,
              height: picture.height * scale,
              transform: `translate(${-left * scale}px, ${-top * scale}px)`,
            }}
          />
        </div>
        {sliders.map(({ part, room, value, least, most }) => (
          <label key={part} className={css.slider}>
            {t(`botSettings.crop.${part}`)}
            <input
              type="range"
              min={least}
              max={most}
              step={(most - least) / STEPS || 1}
              value={value}
              disabled={room < 0.01}
              onChange={event => setCrop({ ...crop, [part]: Number(event.target.value) } as Crop)}
            />
          </label>
        ))}
        <div className={css.buttons}>
          <Button size="xs" variant="default" onClick={onClose}>
            {t('botSettings.crop.cancel')}
          </Button>
          <Button size="xs" data-autofocus onClick={() => onTake({ left, top, side })}>
            {t('botSettings.crop.take')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** The picture follows the pointer while it is held. */
function usePull(pull: (dx: number, dy: number) => void) {
  const last = useRef<{ x: number; y: number } | null>(null)
  return {
    onPointerDown(event: PointerEvent) {
      event.currentTarget.setPointerCapture(event.pointerId)
      last.current = { x: event.clientX, y: event.clientY }
    },
    onPointerMove(event: PointerEvent) {
      if (!last.current) return
      pull(event.clientX - last.current.x, event.clientY - last.current.y)
      last.current = { x: event.clientX, y: event.clientY }
    },
    onPointerUp: () => (last.current = null),
    onPointerCancel: () => (last.current = null),
  }
}

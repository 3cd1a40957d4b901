import { BOT_PICTURE } from '../../../src-shared/document/bot-picture.ts'

type Size = Readonly<{ width: number; height: number }>
/** Which square of a picture is taken: where it lies, from 0 to 1 of the room there is, and how much it is enlarged. */
export type Crop = Readonly<{ across: number; down: number; zoom: number }>
/** Pixels of the picture. */
export type Square = Readonly<{ left: number; top: number; side: number }>

export const WHOLE: Crop = { across: 0.5, down: 0.5, zoom: 1 }

/** The square of a picture that is taken; it lies in it whole. */
export function squareOf({ width, height }: Size, { across, down, zoom }: Crop): Square {
  const side = Math.min(width, height) / zoom
  return { left: (width - side) * across, top: (height - side) * down, side }
}

/** How much a picture can be enlarged until too few of its pixels are left. */
export function mostZoom({ width, height }: Size): number {
  return Math.max(1, Math.min(width, height) / BOT_PICTURE.minSide)
}

/** The crop after the picture was pulled by pixels of its own. */
export function pulled(picture: Size, crop: Crop, dx: number, dy: number): Crop {
  const { side } = squareOf(picture, crop)
  const moved = (at: number, by: number, room: number) =>
    room <= 0 ? at : Math.max(0, Math.min(1, at - by / room))
  return {
    ...crop,
    across: moved(crop.across, dx, picture.width - side),
    down: moved(crop.down, dy, picture.height - side),
  }
}

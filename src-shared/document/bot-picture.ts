import type { MediaRecord } from './records.ts'

/** What the picture of a bot may be: what WhatsApp takes for the profile of a business (requirements.md NHN-09). */
export const BOT_PICTURE = {
  /** Nothing that moves. */
  mimes: ['image/png', 'image/jpeg', 'image/webp'],
  /** Pixels of each side. */
  minSide: 192,
  /** Bytes. */
  maxSize: 5_000_000,
} as const

export type PictureFault = 'wrongType' | 'tooLarge' | 'tooSmall' | 'notSquare'

/** Why a picture cannot stand for a bot as it is; null where it can. Only the last can be helped by cutting. */
export function pictureFault(
  file: Pick<MediaRecord, 'mime' | 'size' | 'width' | 'height'>,
): PictureFault | null {
  const { mime, size, width, height } = file
  if (!(BOT_PICTURE.mimes as readonly string[]).includes(mime)) return 'wrongType'
  if (size > BOT_PICTURE.maxSize) return 'tooLarge'
  if (width === null || height === null) return null
  if (Math.min(width, height) < BOT_PICTURE.minSide) return 'tooSmall'
  return width === height ? null : 'notSquare'
}

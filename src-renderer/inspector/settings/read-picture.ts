import { BOT_PICTURE, type PictureFault, pictureFault } from '../../../src-shared/document/bot-picture.ts'
import { fileType } from '../../../src-shared/message/file-type.ts'
import type { Square } from './crop.ts'

/** A picture that was read; `fault` is what keeps it from standing for a bot as it is. */
export type ReadPicture = Readonly<{
  name: string
  image: HTMLImageElement
  width: number
  height: number
  fault: 'notSquare' | null
}>
export type RefusedPicture = Exclude<PictureFault, 'notSquare'> | 'unreadable'

/** Pixels of the shorter side a drawing is shown with; it has no pixels of its own. */
const DRAWN_SIDE = 512
/** Pixels; no channel shows more of it. */
const MOST_SIDE = 640

/** Reads a file as the picture of a bot. What it is, its bytes say; a drawing (SVG) is shown, never run, and kept as PNG. */
export async function readPicture(file: File): Promise<ReadPicture | RefusedPicture> {
  if (file.size > BOT_PICTURE.maxSize) return 'tooLarge'
  const bytes = await file.arrayBuffer().catch(() => null)
  if (!bytes) return 'unreadable'
  const type = fileType(new Uint8Array(bytes))
  const isDrawing = type === 'script' && /\.svg$/i.test(file.name)
  const mime = isDrawing ? 'image/svg+xml' : typeof type === 'string' ? '' : type.mime
  if (!isDrawing && !(BOT_PICTURE.mimes as readonly string[]).includes(mime)) return 'wrongType'
  const image = await loadedImage(URL.createObjectURL(new Blob([bytes], { type: mime })))
  if (!image) return 'unreadable'
  const scale = isDrawing ? DRAWN_SIDE / Math.min(image.naturalWidth, image.naturalHeight) : 1
  const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale]
  const fault = isDrawing ? 'notSquare' : pictureFault({ mime, size: file.size, width, height })
  if (fault !== null && fault !== 'notSquare') return fault
  return { name: file.name, image, width, height, fault }
}

/** A picture by its address; null where it cannot be shown. */
export async function loadedImage(address: string): Promise<HTMLImageElement | null> {
  const image = new Image()
  image.src = address
  const isShown = await image.decode().then(
    () => image.naturalWidth > 0 && image.naturalHeight > 0,
    () => false,
  )
  return isShown ? image : null
}

/** The square of a picture as a PNG. */
export async function cutPicture(picture: ReadPicture, { left, top, side }: Square): Promise<File | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.min(MOST_SIDE, Math.round(side))
  canvas.height = canvas.width
  const scale = canvas.width / side
  const { image, width, height } = picture
  // The whole of it, most beside the canvas: parts of drawings without a size of their own are taken elsewhere.
  canvas.getContext('2d')?.drawImage(image, -left * scale, -top * scale, width * scale, height * scale)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  return blob && new File([blob], `${picture.name.replace(/\.[^.]+$/, '')}.png`, { type: 'image/png' })
}

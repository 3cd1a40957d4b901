import type { FlowSvg } from './flow-svg.ts'
import { pngScale } from './png-scale.ts'

/** A picture in pixels, twice as fine where that is not too large. `scale` is below 1 where it had to be made smaller. */
export async function pngOf({ svg, width, height }: FlowSvg): Promise<{ png: Uint8Array; scale: number }> {
  const scale = pngScale(width, height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  } finally {
    URL.revokeObjectURL(url)
  }
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('The canvas gave no picture.')
  return { png: new Uint8Array(await blob.arrayBuffer()), scale: Math.min(1, scale) }
}

/** Pixels. */
export type PictureSize = Readonly<{ width: number; height: number }>

/** The size of a PNG, JPEG, GIF or WebP picture, read from its header; null where it is not told. */
export function pictureSize(bytes: Uint8Array, mime: string): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const size = sizeIn(view, mime)
    return size && size.width > 0 && size.height > 0 ? size : null
  } catch (error) {
    // Cut off before the size is told.
    if (error instanceof RangeError) return null
    throw error
  }
}

function sizeIn(view: DataView, mime: string): PictureSize | null {
  switch (mime) {
    case 'image/png':
      return { width: view.getUint32(16), height: view.getUint32(20) }
    case 'image/gif':
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
    case 'image/jpeg':
      return jpegSize(view)
    case 'image/webp':
      return webpSize(view)
    default:
      return null
  }
}

/** Frames tell the size: markers C0 to CF but for those of tables. */
function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; at < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

function webpSize(view: DataView): PictureSize | null {
  const form = String.fromCharCode(...[12, 13, 14, 15].map(at => view.getUint8(at)))
  if (form === 'VP8X') return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) }
  if (form === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (form !== 'VP8L') return null
  const bits = view.getUint32(21, true)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
}

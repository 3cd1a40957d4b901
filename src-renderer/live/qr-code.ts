import { create } from 'qrcode'

/** Light modules around the code; without them scanners do not find it. */
const MARGIN = 4
/** CSS pixels of one module in the picture: about 400 for a short address. */
const MODULE = 12

export type QrPicture = Readonly<{ svg: string; width: number; height: number }>

/** The QR code of an address as a picture; a fifth of it may be dirty or covered (level M is the least, NHN-42). */
export function qrPicture(url: string): QrPicture {
  const { modules } = create(url, { errorCorrectionLevel: 'Q' })
  const side = modules.size + 2 * MARGIN
  let path = ''
  for (let y = 0; y < modules.size; y += 1)
    for (let x = 0; x < modules.size; x += 1)
      if (modules.get(y, x)) path += `M${x + MARGIN} ${y + MARGIN}h1v1h-1z`
  const size = side * MODULE
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">`
  return {
    svg: `${head}<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`,
    width: size,
    height: size,
  }
}

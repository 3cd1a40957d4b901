/** What every Chromium can draw on one canvas, with room to spare. */
const MOST_SIDE = 16_000
const MOST_PIXELS = 64_000_000

/** Twice the size, or as near to it as one canvas allows. */
export function pngScale(width: number, height: number): number {
  return Math.min(2, MOST_SIDE / width, MOST_SIDE / height, Math.sqrt(MOST_PIXELS / (width * height)))
}

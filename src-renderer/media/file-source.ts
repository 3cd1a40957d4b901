/** Where the window finds the bytes of a file of its library (src-main/window/answer-media-request.ts). */
export function fileSource(hash: string): string {
  return `/media/${hash}`
}

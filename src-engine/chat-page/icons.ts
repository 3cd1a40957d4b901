/** A paper clip, for attaching a file. */
export const CLIP = icon('M8.5 12.5 14 7a2.1 2.1 0 0 1 3 3l-7.2 7.2a3.9 3.9 0 0 1-5.5-5.5L11.5 4.5')
/** Closes what is open. */
export const CROSS = icon('M6 6l12 12M18 6 6 18')

function icon(path: string): string {
  return `<svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${path}"/></svg>`
}

/** What waits for the picture of a view that is about to be shown. */
const waiting = new Set<() => void>()

/** The blocks of the flow, or what else the view shows, are on the screen from now on; tests and benchmarks look for it. */
export function pictureIsThere(): void {
  document.documentElement.dataset.ready = 'true'
  for (const done of [...waiting]) done()
}

export function pictureIsGone(): void {
  delete document.documentElement.dataset.ready
}

/**
 * Calls back once what is being shown is on the screen: when the view says so, or for one that is there already when it
 * was painted again; after `latestMs` in any case, since a hidden window paints nothing. What comes back cancels it.
 */
export function afterPicture(done: () => void, latestMs: number): () => void {
  let frame = 0
  const cancel = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    waiting.delete(finish)
  }
  const finish = () => {
    cancel()
    done()
  }
  const timer = setTimeout(finish, latestMs)
  if (document.documentElement.dataset.ready)
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(finish)
    })
  else waiting.add(finish)
  return cancel
}

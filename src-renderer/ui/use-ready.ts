import { useEffect } from 'react'

/** Says that the blocks of the flow are on the screen: two frames after the first picture. */
export function useReady(isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        document.documentElement.dataset.ready = 'true'
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      delete document.documentElement.dataset.ready
    }
  }, [isThere])
}

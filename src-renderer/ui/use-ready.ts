import { useEffect } from 'react'
import { pictureIsGone, pictureIsThere } from './picture.ts'

/** Says that the blocks of the flow are on the screen: two frames after the first picture. */
export function useReady(isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(pictureIsThere)
    })
    return () => {
      cancelAnimationFrame(frame)
      pictureIsGone()
    }
  }, [isThere])
}

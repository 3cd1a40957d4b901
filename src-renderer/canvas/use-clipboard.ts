import { useEffect } from 'react'
import { onClipboard } from './clipboard.ts'

const EVENTS = ['cut', 'copy', 'paste'] as const

/** Hears the system's clipboard while the canvas is there. */
export function useClipboard(): void {
  useEffect(() => {
    for (const name of EVENTS) document.addEventListener(name, onClipboard)
    return () => {
      for (const name of EVENTS) document.removeEventListener(name, onClipboard)
    }
  }, [])
}

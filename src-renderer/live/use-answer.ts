import { useEffect, useState } from 'react'
import type { Fault, Result } from '../../src-shared/kit/result.ts'

/** What an engine said; `value` stays while it is asked again, and undefined is what was never known. */
export type Answer<T> = Readonly<{
  value: T | undefined
  fault: Fault | null
  isAsking: boolean
  reload: () => Promise<void>
}>

/** Asks when it is first shown, and again on `reload`. */
export function useAnswer<T>(ask: () => Promise<Result<T>>): Answer<T> {
  const [value, setValue] = useState<T>()
  const [fault, setFault] = useState<Fault | null>(null)
  const [isAsking, setAsking] = useState(true)
  const reload = async () => {
    setAsking(true)
    const answer = await ask()
    setAsking(false)
    setFault(answer.ok ? null : answer)
    if (answer.ok) setValue(answer.value)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once; who shows another place mounts anew
  useEffect(() => void reload(), [])
  return { value, fault, isAsking, reload }
}

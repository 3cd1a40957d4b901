import { useState } from 'react'
import type { Fault, Result } from '../../src-shared/kit/result.ts'
import { type Answer, useAnswer } from './use-answer.ts'

type Page<T, N> = Readonly<{ items: readonly T[]; next: N | null }>
type Pages<T, N> = Answer<Page<T, N>> & Readonly<{ more: () => Promise<void> }>

/** A list that an engine gives page by page: the first at once, the next on `more`, anew on `reload`. */
export function usePages<T, N>(ask: (after: N | null) => Promise<Result<Page<T, N>>>): Pages<T, N> {
  const [later, setLater] = useState<Page<T, N> | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const first = useAnswer(() => {
    setLater(null)
    setFault(null)
    return ask(null)
  })
  const value = first.value && {
    items: [...first.value.items, ...(later?.items ?? [])],
    next: later ? later.next : first.value.next,
  }
  const more = async () => {
    if (!value || value.next === null) return
    const page = await ask(value.next)
    setFault(page.ok ? null : page)
    if (page.ok)
      setLater(known => ({ items: [...(known?.items ?? []), ...page.value.items], next: page.value.next }))
  }
  return { ...first, fault: first.fault ?? fault, value, more }
}

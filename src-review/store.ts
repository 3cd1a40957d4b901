import { useEffect, useReducer } from 'preact/hooks'

/** A value that parts of the page watch. */
export type Store<T> = Readonly<{
  get: () => T
  set: (change: Partial<T>) => void
  /** Watches one part of the value; the component is drawn again when that part is another one. */
  use: <Part>(pick: (value: T) => Part) => Part
  watch: (heard: (value: T) => void) => () => void
}>

export function createStore<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<(value: T) => void>()
  const watch = (heard: (value: T) => void) => {
    listeners.add(heard)
    return () => listeners.delete(heard)
  }
  return {
    get: () => value,
    set: change => {
      value = { ...value, ...change }
      for (const heard of [...listeners]) heard(value)
    },
    use: pick => {
      const [, again] = useReducer((count: number) => count + 1, 0)
      const part = pick(value)
      useEffect(() => {
        let seen = part
        const look = (next: T) => {
          const picked = pick(next)
          if (Object.is(picked, seen)) return
          seen = picked
          again(undefined)
        }
        look(value)
        return watch(look)
      })
      return part
    },
    watch,
  }
}

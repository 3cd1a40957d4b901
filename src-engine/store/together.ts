import { gather } from './gather.ts'

type Waiter<V> = Readonly<{ resolve: (value: V | undefined) => void; reject: (error: unknown) => void }>

/** Looks up in one go what many ask for in the same turns of the event loop, each by its name. */
export function together<V>(
  load: (names: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): (name: string) => Promise<V | undefined> {
  let asked = new Map<string, Waiter<V>[]>()
  const look = async () => {
    await gather(() => asked.size)
    const all = asked
    asked = new Map()
    try {
      const found = await load([...all.keys()])
      for (const [name, waiters] of all) for (const { resolve } of waiters) resolve(found.get(name))
    } catch (error) {
      for (const waiters of all.values()) for (const { reject } of waiters) reject(error)
    }
  }
  return name =>
    new Promise((resolve, reject) => {
      const waiter = { resolve, reject }
      const waiters = asked.get(name)
      if (waiters) waiters.push(waiter)
      else if (asked.set(name, [waiter]).size === 1) void look()
    })
}

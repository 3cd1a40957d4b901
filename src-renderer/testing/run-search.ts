/** So long a search goes on before the window draws and answers again. Milliseconds. */
const SLICE_MS = 12

type Ends<T> = Readonly<{ onProgress?: (so: number) => void; onDone: (value: T) => void }>

/** Runs a search between the window's own work; answers what calls it off. */
export function runSearch<T>(search: Generator<number, T>, { onProgress, onDone }: Ends<T>): () => void {
  let isOn = true
  const slice = () => {
    if (!isOn) return
    const until = performance.now() + SLICE_MS
    for (;;) {
      const step = search.next()
      if (step.done) return onDone(step.value)
      if (performance.now() < until) continue
      onProgress?.(step.value)
      break
    }
    setTimeout(slice)
  }
  setTimeout(slice)
  return () => {
    isOn = false
  }
}

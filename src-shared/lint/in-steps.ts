/** Work that stops now and then, so that others can work in between; what comes of it is the last value. */
export type InSteps<T> = Generator<undefined, T>

/** Does such work in one go. */
export function inOneGo<T>(work: InSteps<T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

import type { FileWorking } from '../../src-shared/ipc/contract.ts'

/** Whether the work on a file is still wanted; waits a moment, so that a call to give it up is heard. */
export type StillWanted = () => Promise<boolean>

/**
 * The reading and writing of whole bots, which the window shows when it takes long. Its steps cannot be interrupted
 * themselves; it asks between them whether it was given up.
 */
export class FileWork {
  #wanted = true
  readonly #tell: (working: FileWorking | null) => void

  constructor(tell: (working: FileWorking | null) => void) {
    this.#tell = tell
  }

  async run<T>(working: FileWorking, work: (isWanted: StillWanted) => T | Promise<T>): Promise<T> {
    this.#wanted = true
    this.#tell(working)
    const isWanted = async () => {
      await new Promise<void>(resolve => setImmediate(resolve))
      return this.#wanted
    }
    try {
      return await work(isWanted)
    } finally {
      this.#tell(null)
    }
  }

  cancel(): void {
    this.#wanted = false
  }
}

/** For work nobody can give up. */
export const alwaysWanted: StillWanted = () => Promise.resolve(true)

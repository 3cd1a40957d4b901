import type { ReviewOffer } from '../../src-shared/ipc/contract.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { ReviewPackage } from '../../src-shared/publish/review-package.ts'

type Waiting = Readonly<{ offer: ReviewOffer; review: ReviewPackage }>

/** Packages for review wait here until the person said what to do with them; the last one that was opened, only. */
export class ReviewDesk {
  #waiting: Waiting | null = null
  readonly #tell: (offer: ReviewOffer) => void

  constructor(tell: (offer: ReviewOffer) => void) {
    this.#tell = tell
  }

  put(waiting: Waiting): void {
    this.#waiting = waiting
    this.#tell(waiting.offer)
  }

  /** The package of a ticket; `review/not-offered` when another one took its place. */
  find(ticket: string): Result<Waiting> {
    return this.#waiting?.offer.ticket === ticket ? ok(this.#waiting) : fault('review/not-offered')
  }
}

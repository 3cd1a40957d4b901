/**
 * Files the system asks to open. One that is asked for before the page begins is what it begins with; later ones are
 * opened when they come. Of several that come early the last one counts.
 */
export class FileInbox {
  private waiting: string | null
  private hasBegun = false
  private open: (path: string) => void = () => {}

  constructor(first: string | null) {
    this.waiting = first
  }

  put(path: string): void {
    if (this.hasBegun) this.open(path)
    else this.waiting = path
  }

  /** What the page begins with, once: a page that is loaded again begins as usual. */
  take(): string | null {
    const taken = this.waiting
    this.waiting = null
    this.hasBegun = true
    return taken
  }

  onFile(open: (path: string) => void): void {
    this.open = open
  }
}

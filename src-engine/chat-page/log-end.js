/** Pixels from the end within which new messages keep the end in sight. */
const NEAR_END = 80

/** The end of a conversation, which stays in sight for who is at it. */
export class LogEnd {
  /** @param {HTMLElement} log */
  constructor(log) {
    this.log = log
    this.isFollowed = true
    // A picture that arrives makes the conversation longer; who was at its end stays there.
    log.addEventListener('load', () => this.isFollowed && this.show(), true)
    log.addEventListener('scroll', () => {
      this.isFollowed = this.isInSight()
    })
  }

  isInSight() {
    const { scrollHeight, scrollTop, clientHeight } = this.log
    return scrollHeight - scrollTop - clientHeight < NEAR_END
  }

  show() {
    this.log.scrollTop = this.log.scrollHeight
    this.isFollowed = true
  }
}

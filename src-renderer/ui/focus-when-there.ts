/** How long a field that shall have the focus may take to appear: its pane may have to be fetched first. */
const PATIENCE_MS = 1000

/** Focuses what a selector finds, as soon as it is there. */
export function focusWhenThere(selector: string): void {
  const focus = () => {
    const found = document.querySelector<HTMLElement>(selector)
    found?.focus()
    // What is still hidden, or of the part shown before, does not take it.
    return found !== null && found === document.activeElement
  }
  // What was just chosen is shown only in the next picture.
  requestAnimationFrame(() => {
    if (focus()) return
    const observer = new MutationObserver(() => focus() && observer.disconnect())
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['style'] })
    setTimeout(() => observer.disconnect(), PATIENCE_MS)
  })
}

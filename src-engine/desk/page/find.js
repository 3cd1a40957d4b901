/**
 * An element of the page, which is there.
 * @template {HTMLElement} Kind
 * @param {string} id @param {new () => Kind} kind @returns {Kind}
 */
export function find(id, kind) {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`)
  return found
}

/** @param {string} id */
export function element(id) {
  return find(id, HTMLElement)
}

/** @param {string} id */
export function button(id) {
  return find(id, HTMLButtonElement)
}

/**
 * Makes an element. Texts go in as text only, so nothing a person or a bot says becomes part of the page.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {string} name its class @param {readonly (Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, name, ...children) {
  const element = document.createElement(tag)
  if (name !== '') element.className = name
  element.append(...children)
  return element
}

/**
 * A link to a page outside, which learns nothing of this one.
 * @param {string} name @param {string} url @param {readonly (Node | string)[]} children
 */
export function makeLink(name, url, ...children) {
  const link = make('a', name, ...children)
  link.href = url
  link.target = '_blank'
  link.rel = 'noopener noreferrer nofollow'
  return link
}

import { assertNever } from '../kit/assert-never.ts'
import type { MarkupNode } from './markup.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const TAGS = { bold: 'strong', italic: 'em', strike: 's' } as const

/** HTML made from the tree alone, so that nothing in a text can become a tag (requirements.md NHN-23). */
export function markupToHtml(nodes: readonly MarkupNode[]): string {
  return nodes.map(htmlOf).join('')
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, found => ENTITIES[found] ?? found)
}

function htmlOf(node: MarkupNode): string {
  switch (node.kind) {
    case 'text':
      return escapeHtml(node.text).replaceAll('\n', '<br>')
    case 'code':
      return node.text.includes('\n')
        ? `<pre><code>${escapeHtml(node.text)}</code></pre>`
        : `<code>${escapeHtml(node.text)}</code>`
    case 'bold':
    case 'italic':
    case 'strike':
      return `<${TAGS[node.kind]}>${markupToHtml(node.children)}</${TAGS[node.kind]}>`
    case 'link':
      return `<a href="${escapeHtml(node.url)}" target="_blank" rel="noopener noreferrer nofollow">${markupToHtml(node.children)}</a>`
    default:
      return assertNever(node)
  }
}

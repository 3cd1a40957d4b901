import { assertNever } from '../kit/assert-never.ts'
import type { MarkupNode } from './markup.ts'

/** The words alone, for channels without formatting; a link's address follows its text in brackets. */
export function markupToPlain(nodes: readonly MarkupNode[]): string {
  return nodes.map(plainOf).join('')
}

function plainOf(node: MarkupNode): string {
  switch (node.kind) {
    case 'text':
    case 'code':
      return node.text
    case 'bold':
    case 'italic':
    case 'strike':
      return markupToPlain(node.children)
    case 'link':
      return spelledLink(markupToPlain(node.children), node.url)
    default:
      return assertNever(node)
  }
}

/** A link where only addresses can be tapped. */
export function spelledLink(label: string, url: string): string {
  return label === url ? url : `${label} (${url})`
}

import type { MarkupNode } from './markup.ts'
import { markupToPlain } from './markup-to-plain.ts'

/** Whether words, and not their address itself, lead somewhere. */
export function hasWordLink(nodes: readonly MarkupNode[]): boolean {
  return nodes.some(
    node =>
      (node.kind === 'link' && markupToPlain(node.children) !== node.url) ||
      ('children' in node && hasWordLink(node.children)),
  )
}

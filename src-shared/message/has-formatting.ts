import type { MarkupNode } from './markup.ts'

/** Whether a text has more than words and links. */
export function hasFormatting(nodes: readonly MarkupNode[]): boolean {
  return nodes.some(
    node =>
      (node.kind !== 'text' && node.kind !== 'link') || ('children' in node && hasFormatting(node.children)),
  )
}

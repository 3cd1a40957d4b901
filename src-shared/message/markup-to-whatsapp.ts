import { assertNever } from '../kit/assert-never.ts'
import type { MarkupNode } from './markup.ts'
import { markupToPlain, spelledLink } from './markup-to-plain.ts'

const MARKS = { bold: '*', italic: '_', strike: '~' } as const
/** A mark at the edge of a word, which WhatsApp could take for formatting. */
const EDGE_MARK = /(?<![\p{L}\p{N}])[*_~](?=\S)|(?<=\S)[*_~](?![\p{L}\p{N}])|`/gu
const ZERO_WIDTH_SPACE = '\u200B'

/**
 * WhatsApp's own marks. It knows no escape: a mark that is only text, such as a `*` a customer typed, gets zero-width
 * spaces around it where it could format and has a partner (requirements.md NHN-23). Code is left as it is, for what
 * people copy.
 */
export function markupToWhatsapp(nodes: readonly MarkupNode[]): string {
  const only = nodes[0]
  if (nodes.length === 1 && only?.kind === 'text') return plainToWhatsapp(only.text)
  const risky = riskyMarks(written(nodes, text => text))
  return written(nodes, text => guarded(text, risky))
}

/** A plain text that WhatsApp shows as it is. */
export function plainToWhatsapp(text: string): string {
  return guarded(text, riskyMarks(text))
}

/** The marks that occur more than once, and so could be a pair. */
function riskyMarks(text: string): ReadonlySet<string> {
  const once = new Set<string>()
  const risky = new Set<string>()
  for (const mark of text.match(EDGE_MARK) ?? []) (once.has(mark) ? risky : once).add(mark)
  return risky
}

function guarded(text: string, risky: ReadonlySet<string>): string {
  if (risky.size === 0) return text
  return text.replace(EDGE_MARK, mark =>
    risky.has(mark) ? `${ZERO_WIDTH_SPACE}${mark}${ZERO_WIDTH_SPACE}` : mark,
  )
}

function written(nodes: readonly MarkupNode[], guard: (text: string) => string): string {
  return nodes.map(node => writtenNode(node, guard)).join('')
}

function writtenNode(node: MarkupNode, guard: (text: string) => string): string {
  switch (node.kind) {
    case 'text':
      return guard(node.text)
    case 'code':
      return `\`\`\`${node.text}\`\`\``
    case 'bold':
    case 'italic':
    case 'strike':
      return `${MARKS[node.kind]}${written(node.children, guard)}${MARKS[node.kind]}`
    case 'link':
      return markupToPlain(node.children) === node.url
        ? node.url
        : spelledLink(written(node.children, guard), node.url)
    default:
      return assertNever(node)
  }
}

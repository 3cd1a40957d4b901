import { type MarkupNode, parseMarkup } from '../../src-shared/message/markup.ts'

/** A text of the bot with its formatting, made of elements alone: nothing in a text becomes part of the page (NHN-23). */
export function Markup({ source }: Readonly<{ source: string }>) {
  return <Nodes nodes={parseMarkup(source)} />
}

function Nodes({ nodes }: Readonly<{ nodes: readonly MarkupNode[] }>) {
  return (
    <>
      {nodes.map((node, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have nothing but their order
        <Node key={at} node={node} />
      ))}
    </>
  )
}

const TAGS = { bold: 'strong', italic: 'em', strike: 's' } as const

/** Addresses are told, not led to: nothing in a review file leads out of it. */
function Node({ node }: Readonly<{ node: MarkupNode }>) {
  if (node.kind === 'text') return <>{node.text}</>
  if (node.kind === 'code') return <code>{node.text}</code>
  if (node.kind === 'link')
    return (
      <u title={node.url}>
        <Nodes nodes={node.children} />
      </u>
    )
  const Tag = TAGS[node.kind]
  return (
    <Tag>
      <Nodes nodes={node.children} />
    </Tag>
  )
}

import type { MouseEvent } from 'react'
import { type MarkupNode, parseMarkup } from '../../src-shared/message/markup.ts'
import css from './message.module.css'
import { openOutside } from './open-outside.ts'

/** A text of the bot with its formatting, made of elements alone: nothing in a text becomes part of the page (NHN-23). */
export function Markup({ source }: { source: string }) {
  return <Nodes nodes={parseMarkup(source)} />
}

function Nodes({ nodes }: { nodes: readonly MarkupNode[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have nothing but their order
  return nodes.map((node, at) => <Node key={at} node={node} />)
}

function Node({ node }: { node: MarkupNode }) {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'code':
      return <code className={css.code}>{node.text}</code>
    case 'bold':
      return (
        <strong>
          <Nodes nodes={node.children} />
        </strong>
      )
    case 'italic':
      return (
        <em>
          <Nodes nodes={node.children} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <Nodes nodes={node.children} />
        </s>
      )
    case 'link':
      return <Link node={node} />
  }
}

function Link({ node: { url, children } }: { node: Extract<MarkupNode, { kind: 'link' }> }) {
  const open = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
    openOutside(url)
  }
  return (
    <a className={css.link} href={url} title={url} onClick={open}>
      <Nodes nodes={children} />
    </a>
  )
}

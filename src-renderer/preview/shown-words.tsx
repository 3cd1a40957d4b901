import type { ReactNode } from 'react'
import { Markup } from '../simulator/markup.tsx'
import { withEngineLinks } from './engine-links.ts'
import type { ShownText } from './shape.ts'

/** A text as the channel has it, made of elements alone. */
export function ShownWords({ text: { as, text: sent } }: { text: ShownText }) {
  const text = withEngineLinks(sent)
  if (as === 'plain') return text
  // WhatsApp knows the same marks, but no escapes and no links behind words.
  if (as === 'whatsapp')
    return <Markup source={text.replace(/[\\[]/g, '\\$&').replace(/\u200b([*_~`])\u200b/g, '\\$1')} />
  const { body } = new DOMParser().parseFromString(text, 'text/html')
  return <Inside node={body} />
}

const TAGS = { STRONG: 'strong', EM: 'em', S: 's', CODE: 'code', PRE: 'pre' } as const

function Inside({ node }: { node: Node }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have nothing but their order
  return [...node.childNodes].map((child, at) => <Part key={at} node={child} />)
}

function Part({ node }: { node: Node }): ReactNode {
  if (!(node instanceof Element)) return node.textContent
  if (node.tagName === 'BR') return <br />
  if (node.tagName === 'A') return <u>{<Inside node={node} />}</u>
  const Tag = TAGS[node.tagName as keyof typeof TAGS] ?? 'span'
  return (
    <Tag>
      <Inside node={node} />
    </Tag>
  )
}

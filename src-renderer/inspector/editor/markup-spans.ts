import { type MarkupNode, parseMarkup } from '../../../src-shared/message/markup.ts'
import { placesOf } from './places-of.ts'

export type SpanKind = Exclude<MarkupNode['kind'], 'text'>

/** A formatted part of a source; `openTo` and `closeFrom` are where its marks end and begin. */
export type MarkupSpan = Readonly<{
  kind: SpanKind
  from: number
  openTo: number
  closeFrom: number
  to: number
}>

const ESCAPABLE = /[\\*_~`[\]()]/

/** Where the formatting of a text is. What is filled in has no part in it, so places count as words. */
export function markupSpans(source: string): readonly MarkupSpan[] {
  let neutral = source
  for (const { from, to } of placesOf(source))
    neutral = neutral.slice(0, from) + 'x'.repeat(to - from) + neutral.slice(to)
  const walk = new Walk(neutral)
  walk.nodes(parseMarkup(neutral))
  return walk.spans
}

/** Follows what was read along the text it was read from: every character of it is a mark or part of a node. */
class Walk {
  readonly spans: MarkupSpan[] = []
  private readonly source: string
  private at = 0

  constructor(source: string) {
    this.source = source
  }

  nodes(nodes: readonly MarkupNode[]): void {
    for (const node of nodes) this.node(node)
  }

  private node(node: MarkupNode): void {
    if (node.kind === 'text') this.text(node.text.length)
    else if (node.kind === 'code') this.code(node.text)
    else if (node.kind === 'link') this.link(node)
    else this.span(node.kind, 1, 1, () => this.nodes(node.children))
  }

  private code(text: string): void {
    const fence = this.source.startsWith('```', this.at) ? 3 : 1
    this.span('code', fence, fence, () => this.text(text.length))
  }

  private link({ url, children }: Extract<MarkupNode, { kind: 'link' }>): void {
    if (this.source[this.at] === '[') this.worded(url, children)
    else this.span('link', 0, 0, () => this.nodes(children))
  }

  private worded(url: string, children: readonly MarkupNode[]): void {
    const from = this.at
    this.at += 1
    this.nodes(children)
    const closeFrom = this.at
    this.at += 2
    this.text(url.length)
    this.at += 1
    this.spans.push({ kind: 'link', from, openTo: from + 1, closeFrom, to: this.at })
  }

  private span(kind: SpanKind, opening: number, closing: number, walk: () => void): void {
    const from = this.at
    this.at += opening
    walk()
    const closeFrom = this.at
    this.at += closing
    this.spans.push({ kind, from, openTo: from + opening, closeFrom, to: this.at })
  }

  /** Passes so many characters as they are shown; a backslash that takes a mark its meaning is not shown. */
  private text(length: number): void {
    for (let passed = 0; passed < length; passed += 1)
      this.at += this.source[this.at] === '\\' && ESCAPABLE.test(this.source[this.at + 1] ?? '') ? 2 : 1
  }
}

/** A text with its formatting, as every channel's renderer walks it. Links lead only to http(s), mailto and tel. */
export type MarkupNode =
  | Readonly<{ kind: 'text'; text: string }>
  | Readonly<{ kind: 'bold' | 'italic' | 'strike'; children: readonly MarkupNode[] }>
  | Readonly<{ kind: 'code'; text: string }>
  | Readonly<{ kind: 'link'; url: string; children: readonly MarkupNode[] }>

type SpanKind = 'bold' | 'italic' | 'strike'

const SPANS: Readonly<Record<string, SpanKind>> = { '*': 'bold', _: 'italic', '~': 'strike' }
/** Longer addresses are text: a bound keeps hostile texts from being read again and again. Characters. */
const MAX_ADDRESS = 2048
const SPECIAL = /[\\*_~`[]|https?:/i
const ESCAPED = /\\([\\*_~`[\]()])/g
const TO_ESCAPE = /[\\*_~`[\]()]/g
const BARE_ADDRESS = /https?:\/\/[^\s<>"`]{1,2040}/iy
const LINK_ADDRESS = /^(?:https?:\/\/|mailto:|tel:\+?)[^\s<>"]+$/i
const WORD = /[\p{L}\p{N}]/u
const BLANK = /\s/

/** Makes any text safe to put into a marked-up one: it is shown as it is (requirements.md NHN-23). */
export function escapeMarkup(value: string): string {
  return value.replace(TO_ESCAPE, '\\$&')
}

/**
 * Reads `*bold*`, `_italic_`, `~strike~`, `` `code` ``, `[text](address)` and bare web addresses; a backslash takes a
 * mark its meaning. Marks count only at the edges of words and within one line, so `2 * 3` and `a_b_c` are just text.
 * Every text can be read, in time linear in its length.
 */
export function parseMarkup(source: string): readonly MarkupNode[] {
  if (source === '') return []
  if (!SPECIAL.test(source)) return [{ kind: 'text', text: source }]
  return new Reading(source).read()
}

/** True for the addresses a link may lead to. */
export function isLinkAddress(address: string): boolean {
  return address.length <= MAX_ADDRESS && LINK_ADDRESS.test(address)
}

type Opener = Readonly<{ mark: string; index: number }>

class Reading {
  /** The text without its escaping backslashes, and which of its characters had one. */
  private readonly text: string
  private readonly literal: ReadonlySet<number>
  private readonly inLink: boolean
  private nodes: MarkupNode[] = []
  private openers: Opener[] = []
  private plain = ''

  constructor(source: string, inLink = false) {
    const literal = new Set<number>()
    let taken = 0
    this.text = source.replace(ESCAPED, (_, mark: string, at: number) => {
      literal.add(at - taken)
      taken += 1
      return mark
    })
    this.literal = literal
    this.inLink = inLink
  }

  read(): readonly MarkupNode[] {
    let at = 0
    while (at < this.text.length) at = this.step(at)
    this.flush()
    return joined(this.nodes)
  }

  /** Reads what begins here; the place after it. */
  private step(at: number): number {
    const mark = this.text.charAt(at)
    const isLiteral = this.literal.has(at)
    if (mark === '\n') this.openers = []
    if (!isLiteral) {
      const end = this.code(at, mark) ?? this.link(at, mark) ?? this.address(at, mark) ?? this.span(at, mark)
      if (end !== null) return end
    }
    this.plain += mark
    return at + 1
  }

  private code(at: number, mark: string): number | null {
    if (mark !== '`') return null
    const isFence = this.isMark(at + 1, '`') && this.isMark(at + 2, '`')
    const fence = isFence ? 3 : 1
    for (let end = at + fence; end < this.text.length; end += 1) {
      if (!isFence && this.text[end] === '\n') return null
      const closes =
        this.isMark(end, '`') && (!isFence || (this.isMark(end + 1, '`') && this.isMark(end + 2, '`')))
      if (!closes) continue
      if (end === at + fence) return null
      this.push({ kind: 'code', text: this.text.slice(at + fence, end) })
      return end + fence
    }
    return null
  }

  private link(at: number, mark: string): number | null {
    if (mark !== '[' || this.inLink) return null
    let middle = at + 1
    while (middle < this.text.length && !this.isMark(middle, ']')) {
      if (this.text[middle] === '\n' || this.isMark(middle, '[')) return null
      middle += 1
    }
    if (middle === at + 1 || !this.isMark(middle + 1, '(')) return null
    const end = this.closingParenthesis(middle + 2)
    if (end === null) return null
    const url = this.text.slice(middle + 2, end)
    if (!isLinkAddress(url)) return null
    this.push({ kind: 'link', url, children: new Reading(this.sourceOf(at + 1, middle), true).read() })
    return end + 1
  }

  private closingParenthesis(from: number): number | null {
    let depth = 0
    for (let at = from; at < this.text.length && at - from <= MAX_ADDRESS; at += 1) {
      if (BLANK.test(this.text.charAt(at))) return null
      if (this.isMark(at, '(')) depth += 1
      if (!this.isMark(at, ')')) continue
      if (depth === 0) return at
      depth -= 1
    }
    return null
  }

  private address(at: number, mark: string): number | null {
    if ((mark !== 'h' && mark !== 'H') || this.inLink || this.isWordBefore(at)) return null
    BARE_ADDRESS.lastIndex = at
    const found = BARE_ADDRESS.exec(this.text)?.[0]
    if (!found) return null
    let end = at + found.length
    while (this.isAfterAddress(at, end - 1)) end -= 1
    const url = this.text.slice(at, end)
    if (!isLinkAddress(url)) return null
    this.push({ kind: 'link', url, children: [{ kind: 'text', text: url }] })
    return end
  }

  /** Sentences end after addresses: their last full stop, closing mark or unpaired bracket is not part of it. */
  private isAfterAddress(start: number, at: number): boolean {
    const last = this.text.charAt(at)
    if (".,;:!?'".includes(last)) return true
    if (last in SPANS) return !this.literal.has(at)
    const opening = last === ')' ? '(' : last === ']' ? '[' : null
    if (opening === null) return false
    const url = this.text.slice(start, at + 1)
    return url.split(last).length > url.split(opening).length
  }

  private span(at: number, mark: string): number | null {
    const kind = SPANS[mark]
    if (!kind) return null
    const opener = this.openers.findLast(open => open.mark === mark)
    if (opener && this.canClose(at)) {
      this.flush()
      if (this.nodes.length > opener.index + 1) {
        const children = joined(this.nodes.splice(opener.index + 1))
        this.nodes[opener.index] = { kind, children }
        this.openers = this.openers.slice(0, this.openers.indexOf(opener))
        return at + 1
      }
    }
    if (opener || !this.canOpen(at)) return null
    this.flush()
    this.openers.push({ mark, index: this.nodes.length })
    this.nodes.push({ kind: 'text', text: mark })
    return at + 1
  }

  private canOpen(at: number): boolean {
    const next = this.text.charAt(at + 1)
    return next !== '' && !BLANK.test(next) && !this.isWordBefore(at)
  }

  private canClose(at: number): boolean {
    if (BLANK.test(this.text.charAt(at - 1))) return false
    const next = this.text.codePointAt(at + 1)
    return next === undefined || !WORD.test(String.fromCodePoint(next))
  }

  private isWordBefore(at: number): boolean {
    const unit = this.text.charAt(at - 1)
    const isLow = unit >= '\uDC00' && unit <= '\uDFFF'
    return WORD.test(isLow ? this.text.slice(at - 2, at) : unit)
  }

  private isMark(at: number, mark: string): boolean {
    return this.text[at] === mark && !this.literal.has(at)
  }

  /** A part of the text with its escapes back in place. */
  private sourceOf(from: number, to: number): string {
    let source = ''
    for (let at = from; at < to; at += 1) source += (this.literal.has(at) ? '\\' : '') + this.text.charAt(at)
    return source
  }

  private push(node: MarkupNode): void {
    this.flush()
    this.nodes.push(node)
  }

  private flush(): void {
    if (this.plain !== '') this.nodes.push({ kind: 'text', text: this.plain })
    this.plain = ''
  }
}

/** Marks that found no partner are text like their neighbours. */
function joined(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  const whole: MarkupNode[] = []
  for (const node of nodes) {
    const last = whole.at(-1)
    if (node.kind === 'text' && last?.kind === 'text')
      whole[whole.length - 1] = { kind: 'text', text: last.text + node.text }
    else whole.push(node)
  }
  return whole
}

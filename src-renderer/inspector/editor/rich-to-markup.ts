import { escapeMarkup, isLinkAddress, parseMarkup } from '../../../src-shared/message/markup.ts'
import { markupToPlain } from '../../../src-shared/message/markup-to-plain.ts'

const FORMATTED =
  'b, strong, i, em, s, strike, del, code, pre, a[href], li, [style*="bold"], [style*="italic"]'
const BLOCKS = new Set('P DIV LI UL OL H1 H2 H3 H4 H5 H6 TR TABLE SECTION ARTICLE BLOCKQUOTE PRE'.split(' '))
const LEFT_OUT = new Set('STYLE SCRIPT TEMPLATE TITLE HEAD META LINK'.split(' '))

type Marks = Readonly<{ bold: boolean; italic: boolean; strike: boolean; code: boolean }>
const NO_MARKS: Marks = { bold: false, italic: false, strike: false, code: false }

/** Formatted text from elsewhere in our markup; null when it has no formatting, and plain text says the same. */
export function richToMarkup(html: string): string | null {
  // A parsed document is inert: nothing in it is loaded or run.
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  if (!body.querySelector(FORMATTED)) return null
  const text = inside(body, NO_MARKS)
  return text
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}

function inside(node: Node, marks: Marks): string {
  return [...node.childNodes].map(child => written(child, marks)).join('')
}

function written(node: Node, marks: Marks): string {
  if (node.nodeType === Node.TEXT_NODE) return shown(node.textContent ?? '', marks)
  if (!(node instanceof HTMLElement) || LEFT_OUT.has(node.tagName)) return ''
  if (node.tagName === 'BR') return '\n'
  const own = marksOf(node, marks)
  if (node.tagName === 'A') return linked(node as HTMLAnchorElement, own)
  const text = marked(inside(node, own), own, marks)
  const item = node.tagName === 'LI' ? `- ${text.trim()}` : text
  return BLOCKS.has(node.tagName) ? `\n${item}\n` : item
}

function marksOf(element: HTMLElement, around: Marks): Marks {
  const { tagName, style } = element
  const weight = style.fontWeight
  // Some programs wrap everything in a <b> that is not bold.
  const isBold = /^(bold|[6-9]00)$/.test(weight) || (/^(B|STRONG)$/.test(tagName) && weight !== 'normal')
  return {
    bold: around.bold || isBold,
    italic: around.italic || /^(I|EM)$/.test(tagName) || style.fontStyle === 'italic',
    strike:
      around.strike || /^(S|STRIKE|DEL)$/.test(tagName) || style.textDecoration.includes('line-through'),
    code: around.code || /^(CODE|PRE|KBD|SAMP)$/.test(tagName),
  }
}

const SIGNS = { bold: '*', italic: '_', strike: '~', code: '`' } as const

/** Marks hold within a line and stand at words, so blanks and line ends stay outside of them. */
function marked(text: string, own: Marks, around: Marks): string {
  const signs = (['bold', 'italic', 'strike', 'code'] as const).filter(name => own[name] && !around[name])
  if (signs.length === 0) return text
  const before = signs.map(name => SIGNS[name]).join('')
  const after = [...before].reverse().join('')
  return text
    .split('\n')
    .map(line => {
      const words = line.trim()
      return words === '' ? line : line.replace(words, () => `${before}${words}${after}`)
    })
    .join('\n')
}

function linked(link: HTMLAnchorElement, marks: Marks): string {
  const text = inside(link, marks).replace(/\s+/g, ' ')
  const address = link.getAttribute('href') ?? ''
  if (!isLinkAddress(address) || text.trim() === '') return text
  return text.trim() === address ? address : `[${text.trim()}](${address})`
}

/** What was no formatting there is none here; most texts need nothing for that. */
function shown(text: string, marks: Marks): string {
  const flat = text.replace(/\s+/g, ' ')
  if (marks.code) return flat.replaceAll('`', "'")
  return markupToPlain(parseMarkup(flat)) === flat ? flat : escapeMarkup(flat)
}

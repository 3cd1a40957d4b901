import { XMLParser } from 'fast-xml-parser'
import { botIdSchema } from '../../../src-shared/document/ids.ts'
import { localeSchema } from '../../../src-shared/document/localized.ts'
import { fault, ok, type Result } from '../../../src-shared/kit/result.ts'
import { type ExchangeFile, type ExchangeUnit, textToMade } from '../../../src-shared/texts/exchange.ts'
import { fromPlainSigns } from '../../../src-shared/texts/plain-signs.ts'

type XmlNode = { ':@'?: Record<string, string> } & { [tag: string]: XmlNode[] | string | undefined }

const TEXT = '#text'
const CDATA = '#cdata'

/**
 * The texts of an XLIFF file, 2.x or 1.2. Document types and entities of a file's own are refused unread: they can make
 * a small file enormous, or reach for others.
 */
export function xliffToFile(text: string): Result<ExchangeFile> {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    return fault(
      'texts/refused',
      'It declares a document type or entities. XLIFF needs none; save it without.',
    )
  const parsed = parseXml(text)
  if (!parsed) return fault('texts/not-texts', 'It is not well-formed XML.')
  const root = childrenNamed(parsed, 'xliff')[0]
  if (!root) return fault('texts/not-texts', 'It is XML, but no XLIFF.')
  const version = attributeOf(root, 'version')
  const is12 = version.startsWith('1.')
  if (!is12 && !version.startsWith('2.'))
    return fault('texts/not-texts', `XLIFF ${version || 'without a version'} is not read; 1.2 and 2.x are.`)
  const files = childrenNamed(contentOf(root, 'xliff'), 'file')
  const from = is12 ? files[0] : root
  const source = from ? attributeOf(from, is12 ? 'source-language' : 'srcLang') : ''
  const target = from ? attributeOf(from, is12 ? 'target-language' : 'trgLang') : ''
  if (!localeSchema.safeParse(target).success)
    return fault('texts/not-texts', `It names no language translated to${target ? ` (${target})` : ''}.`)
  const units = files.flatMap(file =>
    unitsIn(contentOf(file, 'file'), is12 ? 'trans-unit' : 'unit').map(unit =>
      is12 ? unit12(unit, target) : unit2(unit, target),
    ),
  )
  const bot = botIdSchema.safeParse(files[0] ? attributeOf(files[0], is12 ? 'original' : 'id') : '')
  return ok({ bot: bot.success ? bot.data : null, source: source || null, locales: [target], units })
}

function parseXml(text: string): XmlNode[] | null {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    cdataPropName: CDATA,
    ignoreDeclaration: true,
    ignorePiTags: true,
  })
  try {
    return parser.parse(text.replace(/^\uFEFF/, ''), true) as XmlNode[]
  } catch {
    return null
  }
}

/** Units lie in groups of any depth. */
function unitsIn(nodes: readonly XmlNode[], tag: string): XmlNode[] {
  return nodes.flatMap(node => {
    if (tag in node) return [node]
    const inner = ['group', 'body'].find(name => name in node)
    return inner ? unitsIn(contentOf(node, inner), tag) : []
  })
}

function unit2(unit: XmlNode, locale: string): ExchangeUnit {
  const content = contentOf(unit, 'unit')
  const segments = content.filter(node => 'segment' in node || 'ignorable' in node)
  const parts = segments.map(node => contentOf(node, 'segment' in node ? 'segment' : 'ignorable'))
  const sources = parts.map(part => said(part, 'source'))
  const isDone = parts.some(part => childrenNamed(part, 'target').length > 0)
  // What stands between segments has a source only, and is the same in every language.
  const targets = parts.map(
    (part, at) => said(part, 'target') || ('ignorable' in (segments[at] ?? {}) ? sources[at] : ''),
  )
  const notes = childrenNamed(content, 'notes').flatMap(node =>
    childrenNamed(contentOf(node, 'notes'), 'note'),
  )
  return unitOf(unit, locale, { source: sources.join(''), target: isDone ? targets.join('') : '', notes })
}

function unit12(unit: XmlNode, locale: string): ExchangeUnit {
  const content = contentOf(unit, 'trans-unit')
  const notes = childrenNamed(content, 'note')
  return unitOf(unit, locale, { source: said(content, 'source'), target: said(content, 'target'), notes })
}

function unitOf(
  unit: XmlNode,
  locale: string,
  { source, target, notes }: Readonly<{ source: string; target: string; notes: XmlNode[] }>,
): ExchangeUnit {
  const noteOf = (name: string) => {
    const note = notes.find(each => [attributeOf(each, 'category'), attributeOf(each, 'from')].includes(name))
    return note ? textOf(contentOf(note, 'note')) : ''
  }
  return {
    id: fromPlainSigns(attributeOf(unit, 'id')),
    place: fromPlainSigns(noteOf('where')),
    source: fromPlainSigns(source),
    targets: { [locale]: fromPlainSigns(target) },
    made: textToMade(noteOf('check')),
  }
}

function said(nodes: readonly XmlNode[], tag: string): string {
  const found = childrenNamed(nodes, tag)[0]
  return found ? textOf(contentOf(found, tag)) : ''
}

/** Text with inline elements as what they stand for: places by what they display, marks and spans by their content. */
function textOf(nodes: readonly XmlNode[]): string {
  return nodes
    .map(node => {
      if (TEXT in node) return decoded(String(node[TEXT]))
      if (CDATA in node) return textOfCdata(node[CDATA])
      if ('cp' in node) return codePoint(attributeOf(node, 'hex'))
      const shown = attributeOf(node, 'disp') || attributeOf(node, 'equiv-text')
      if (shown !== '') return shown
      const tag = Object.keys(node).find(name => name !== ':@')
      return tag ? textOf(contentOf(node, tag)) : ''
    })
    .join('')
}

function textOfCdata(value: XmlNode[] | string | undefined): string {
  return Array.isArray(value) ? value.map(node => String(node[TEXT] ?? '')).join('') : String(value ?? '')
}

function codePoint(hex: string): string {
  const code = Number.parseInt(hex, 16)
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

function childrenNamed(nodes: readonly XmlNode[], tag: string): XmlNode[] {
  return nodes.filter(node => tag in node)
}

function contentOf(node: XmlNode, tag: string): XmlNode[] {
  const content = node[tag]
  return Array.isArray(content) ? content : []
}

function attributeOf(node: XmlNode, name: string): string {
  return decoded(String(node[':@']?.[name] ?? ''))
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(raw: string): string {
  if (!raw.includes('&')) return raw
  return raw.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

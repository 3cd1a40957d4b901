import { createHash } from 'node:crypto'
import type { ContactExport, ContactPageLanguage } from '../../src-shared/publish/contact-protocol.ts'
import { EXPORT_WORDS, type ExportWords } from './export-words.ts'

type Row = Readonly<Record<string, unknown>>
/** Text that is HTML already. */
type Html = Readonly<{ html: string }>

const STYLE = `:root{color-scheme:light dark;--line:#8884;--quiet:#555;--ink:#1a1a1a;--paper:#fff;--link:#0b5cad}
@media (prefers-color-scheme:dark){:root{--quiet:#b8b8b8;--ink:#ececec;--paper:#17181a;--link:#8ab8f0}}
html{background:var(--paper);color:var(--ink)}a{color:var(--link)}
body{background:inherit;font:1rem/1.5 system-ui,sans-serif;max-width:72rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.2rem;margin:2.5rem 0 .75rem}
p{margin:.25rem 0}.quiet,time{color:var(--quiet);font-size:.875rem}
ol{list-style:none;margin:0;padding:0}li{padding:.5rem 0;border-top:1px solid var(--line)}
li p{white-space:pre-wrap;overflow-wrap:anywhere}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:.875rem}
th,td{text-align:start;vertical-align:top;padding:.25rem .75rem .25rem 0;border-top:1px solid var(--line)}
td{max-width:32rem;overflow-wrap:break-word;white-space:pre-wrap}
details{border-top:1px solid var(--line);padding:.5rem 0}summary{cursor:pointer}
@media print{body{max-width:none}}`
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** Nothing runs and nothing is fetched; the one style is the page's own. */
export const EXPORT_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
/** A page that is opened from a disk has no headers; who may frame it cannot be said in it. */
const IN_PAGE = EXPORT_PAGE_POLICY.replace("; frame-ancestors 'none'", '')

/** All that is kept of a person as one page that needs nothing else: what was said first, then every record. */
export function exportPage(
  { contact, at, records, files }: ContactExport,
  language: ContactPageLanguage,
): string {
  const words = EXPORT_WORDS[language]
  const { conversation = [], message = [], channel_address: addresses = [], consent = [] } = records
  const fileRows = files.map(({ url, mime, size }) => ({
    [words.file]: link(url),
    [words.type]: mime,
    [words.bytes]: size,
  }))
  const parts = [
    `<h1>${escaped(words.title)}</h1>`,
    `<p>${escaped(words.about(contact, timeOf(at)))} ${escaped(words.times)}</p>`,
    ...conversation.map(one => conversationHtml(one, message, words)),
    ...[
      [words.addresses, addresses] as const,
      [words.consents, consent] as const,
      [words.files, fileRows] as const,
    ].map(([title, rows]) => `<h2>${escaped(title)}</h2>${tableHtml(title, rows, words)}`),
    `<h2>${escaped(words.all)}</h2>`,
    ...Object.entries(records).map(
      ([table, rows]) =>
        `<details><summary>${escaped(words.rows(table, rows.length))}</summary>${tableHtml(table, rows, words)}</details>`,
    ),
  ]
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${escaped(IN_PAGE)}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${escaped(words.title)}</title><style>${STYLE}</style></head>
<body><main>
${parts.join('\n')}
</main></body></html>
`
}

function conversationHtml(of: Row, messages: readonly Row[], words: ExportWords): string {
  const own = messages.filter(({ bot, contact }) => bot === of.bot && contact === of.contact)
  const title = `<h2>${escaped(words.conversation(String(of.bot), String(of.contact)))}</h2>`
  if (own.length === 0) return `${title}<p>${escaped(words.nothingSaid)}</p>`
  return `${title}<ol>${own.map(said => messageHtml(said, words)).join('')}</ol>`
}

function messageHtml({ sender, text, at }: Row, words: ExportWords): string {
  const who = words.sender[String(sender)] ?? String(sender)
  return `<li><strong>${escaped(who)}</strong> ${timeHtml(at)}<p>${escaped(String(text ?? ''))}</p></li>`
}

function tableHtml(title: string, rows: readonly Row[], words: ExportWords): string {
  if (rows.length === 0) return `<p class="quiet">${escaped(words.none)}</p>`
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const head = columns.map(name => `<th scope="col">${escaped(name)}</th>`).join('')
  const body = rows.map(
    row => `<tr>${columns.map(name => `<td>${cellHtml(name, row[name])}</td>`).join('')}</tr>`,
  )
  return `<div class="wide" role="region" tabindex="0" aria-label="${escaped(title)}"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
}

function cellHtml(name: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (isHtml(value)) return value.html
  if (isTime(name, value)) return timeHtml(value)
  return escaped(typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value))
}

/** Times are called so in every table. */
function isTime(name: string, value: unknown): value is number {
  return (
    typeof value === 'number' &&
    value > 0 &&
    value < 8e15 &&
    (name === 'at' || name.endsWith('_at') || name.endsWith('At'))
  )
}

function timeHtml(at: unknown): string {
  if (typeof at !== 'number') return ''
  return `<time datetime="${new Date(at).toISOString()}">${timeOf(at)}</time>`
}

function timeOf(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ')
}

function isHtml(value: unknown): value is Html {
  return typeof value === 'object' && value !== null && HTML.has(value)
}

/** Only what is made here is taken for HTML, whatever a record looks like. */
const HTML = new WeakSet<object>()

function link(url: string): Html {
  const made = { html: `<a href="${escaped(url)}" rel="noreferrer">${escaped(url)}</a>` }
  HTML.add(made)
  return made
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

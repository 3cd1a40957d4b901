import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { ChannelView } from './channel-protocol.ts'

type Meeting = Pick<ChannelView, 'kind' | 'link' | 'handle'>

/**
 * The address where people begin to talk to a channel; null where none is known. `word` is what WhatsApp puts into the
 * input field (requirements.md NHN-43), and the reference Messenger and Instagram tell the bot (NHN-51).
 */
export function shareLink({ kind, link }: Pick<Meeting, 'kind' | 'link'>, word: string): string | null {
  const said = word.trim()
  if (link === null || said === '') return link
  if (kind === 'whatsapp') return `${link}?text=${encodeURIComponent(said)}`
  if (kind === 'messenger' || kind === 'instagram') return `${link}?ref=${encodeURIComponent(said)}`
  return link
}

/** The line that puts the chat on a website; the engine's address is that of its chat page (NHN-53). */
export function widgetLine(
  chatUrl: string,
  { bot, label }: Readonly<{ bot: string; label: string }>,
): string {
  const origin = chatUrl.replace(/\/chat\/[^/]*$/, '')
  const named = label.trim() === '' ? '' : ` data-label="${escapeHtml(label.trim())}"`
  return `<script src="${origin}/widget.js" data-bot="${escapeHtml(bot)}"${named} async></script>`
}

/** A button for any web page: a link with its looks in itself, no script and nothing fetched (NHN-46). */
export function buttonHtml(
  url: string,
  { label, colour }: Readonly<{ label: string; colour: string }>,
): string {
  const looks = [
    'display:inline-block',
    'padding:12px 20px',
    'border-radius:24px',
    `background:${/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#17703a'}`,
    `color:${inkOn(colour)}`,
    'font:600 16px/1.2 system-ui,sans-serif',
    'text-decoration:none',
  ]
  const to = escapeHtml(url)
  return `<a href="${to}" target="_blank" rel="noopener" style="${looks.join(';')}">${escapeHtml(label)}</a>`
}

/** `+919108499376` of a channel of WhatsApp, or of a line that is called; null where its phone number is not known, or is none. */
export function phoneOf({ kind, handle }: Pick<Meeting, 'kind' | 'handle'>): string | null {
  const digits = handle.replace(/\D/g, '')
  return (kind === 'whatsapp' || kind === 'missedCall') && /^[1-9]\d{6,14}$/.test(digits)
    ? `+${digits}`
    : null
}

/** A contact card, vCard 3.0 (RFC 2426), which phones take into their address book (NHN-47). */
export function contactCard({
  name,
  phone,
  url,
}: Readonly<{ name: string; phone: string | null; url: string }>): string {
  const said = escapeCard(name)
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:;${said};;;`,
    `FN:${said}`,
    `ORG:${said}`,
    ...(phone ? [`TEL;TYPE=CELL:${phone}`] : []),
    `URL:${escapeCard(url)}`,
    'END:VCARD',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** Black or white, whichever is easier to read on a colour `#rrggbb` (WCAG 2.2, relative luminance). */
function inkOn(colour: string): string {
  const hex = /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#17703a'
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  // Where the contrast with white and with black is the same.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff'
}

function escapeCard(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/** Lines of the card hold at most 75 bytes; UTF-8 needs up to four for a character. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const sign of line) {
    const size = utf8ToBytes(sign).length
    if (bytes + size > 74) {
      parts.push(part)
      part = ''
      bytes = 0
    }
    part += sign
    bytes += size
  }
  return [...parts, part].join('\r\n ')
}

import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { BotDocument } from '../document/bot-document.ts'
import { base64 } from '../kit/base64.ts'
import { escapeHtml } from '../message/markup-to-html.ts'
import { contentHash, contentText, type ReviewedBots } from './content.ts'

/** A file of the bot as it goes into the page. */
export type ReviewMedia = Readonly<{ hash: string; mime: string; base64: string }>

/** The files of a bot that are at hand; one whose bytes are not is told of by its name in the page. */
export function mediaOf(
  document: BotDocument,
  base64Of: (hash: string) => string | null,
): readonly ReviewMedia[] {
  const media = new Map<string, ReviewMedia>()
  for (const { hash, mime } of document.all('media')) {
    const bytes = media.has(hash) ? null : base64Of(hash)
    if (bytes !== null) media.set(hash, { hash, mime, base64: bytes })
  }
  return [...media.values()]
}

/** The page's program and its looks, as the build made them (out/review). */
export type ReviewPage = Readonly<{ script: string; style: string }>

/** Bytes a review file may have beside its media. */
export const MOST_REVIEW_BYTES = 3_000_000

/**
 * One HTML file that opens from a disk without network: bot, media, program and looks are all in it. It may run that one
 * script and nothing else, and may ask for nothing from anywhere (docs/decisions/0025).
 */
export function reviewFile(
  bots: ReviewedBots,
  { script, style }: ReviewPage,
  media: readonly ReviewMedia[] = [],
): string {
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style) || /[\r\0]/.test(script + style))
    throw new Error('The page cannot be embedded: HTML would read its program or style otherwise.')
  const content = inScript(contentText(bots))
  const policy = [
    "default-src 'none'",
    `script-src ${hashSource(script)}`,
    `style-src ${hashSource(style)}`,
    'img-src data: blob:',
    'media-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<meta name="parley-content" content="${contentHash(content)}">`,
    `<title>${escapeHtml(bots.document.bot.name)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<div id="root"></div>',
    '<noscript>This review runs in the browser: allow scripts for this file to see it.</noscript>',
    `<script type="application/json" id="content">${content}</script>`,
    ...media.map(mediaElement),
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function mediaElement({ hash, mime, base64: bytes }: ReviewMedia): string {
  return `<script type="text/plain" data-media="${escapeHtml(hash)}" data-mime="${escapeHtml(mime)}">${bytes.replace(/[^A-Za-z0-9+/=]/g, '')}</script>`
}

/** JSON in which nothing ends its element: `<` is written as JSON can write it, too. */
function inScript(json: string): string {
  return json.replaceAll('<', '\\u003c')
}

/** What allows one inline script or style, by its content. */
export function hashSource(text: string): string {
  return `'sha256-${base64(sha256(utf8ToBytes(text)))}'`
}

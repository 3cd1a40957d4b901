import type { BotRow } from '../store/bots.ts'
import { CLIP, CROSS } from './icons.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * The page in which a person talks to a bot. Addresses in it are relative, so that it works below any path a proxy
 * gives it; everything that moves is in chat.js, because the page's policy allows nothing inline.
 */
export function chatPage(bot: BotRow | null): string {
  const name = escapeHtml(bot?.name ?? 'Nobody here')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${name}</title>
<link rel="icon" href="assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="assets/base.css">
<link rel="stylesheet" href="assets/chat.css">
${bot ? '<script type="module" src="assets/chat.js"></script>' : ''}
</head>
${bot ? talking(bot, name) : NOBODY}
</html>
`
}

function talking({ id }: BotRow, name: string): string {
  return `<body data-bot="${id}" data-name="${name}">
<header class="head">
<img class="face" src="assets/icon.svg" alt="" width="32" height="32">
<h1>${name}</h1>
<button id="close" class="quiet" type="button" hidden>${CROSS}</button>
</header>
<main class="main">
<div class="sheet">
<div id="log" class="log" role="log" aria-live="off" aria-label="${name}" tabindex="0"></div>
</div>
<div class="foot">
<p id="notice" class="notice" role="status"></p>
<div id="options" class="options" role="group" aria-label="Options" hidden></div>
<form id="composer" class="composer">
<label class="unseen" for="text" id="text-label">Message</label>
<textarea id="text" class="text" rows="1" maxlength="16384" autocomplete="off" enterkeyhint="send"></textarea>
<input id="file" type="file" multiple hidden>
<button id="attach" class="quiet" type="button">${CLIP}</button>
<button id="send" class="primary send" type="submit">Send</button>
</form>
<noscript><p class="notice shown">This chat needs JavaScript.</p></noscript>
</div>
</main>
</body>`
}

const NOBODY = `<body>
<main class="nobody">
<h1>There is nobody at this address</h1>
<p>Check the link, or ask the people who gave it to you.</p>
</main>
</body>`

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign)
}

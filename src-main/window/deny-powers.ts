import type { WebContents } from 'electron'
import { APP_ORIGIN } from './app-scheme.ts'

/** All a page may ever be permitted; copying text by a button. */
const PERMITTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/**
 * Takes from a window what it has no use for: going elsewhere, opening windows, embedding other contents, asking for
 * permissions or devices. Web addresses are opened by the call `shell.open`, in the system's browser.
 */
export function denyPowers(contents: WebContents): void {
  contents.on('will-navigate', details => {
    if (!isOwnPage(details.url)) details.preventDefault()
  })
  contents.on('will-redirect', details => details.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  const { session } = contents
  session.setPermissionRequestHandler((_, permission, answer) => answer(PERMITTED.has(permission)))
  session.setPermissionCheckHandler((_, permission) => PERMITTED.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', event => event.preventDefault())
}

/** A reload of the page itself is the one navigation there is. */
function isOwnPage(url: string): boolean {
  return url === `${APP_ORIGIN}/` || url === `${APP_ORIGIN}/index.html`
}

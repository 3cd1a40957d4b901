import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BrowserWindow } from 'electron'
import { denyPowers } from './deny-powers.ts'

/**
 * Prints the specification of a review file in a hidden window with a session of its own. Its program runs there as in
 * any browser, under the file's own policy, and reaches nothing but the one file.
 */
export async function printReview(html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-print-'))
  const file = join(folder, 'review.html')
  const window = new BrowserWindow({
    show: false,
    webPreferences: { partition: 'print-review', sandbox: true, contextIsolation: true, webviewTag: false },
  })
  try {
    const page = `${pathToFileURL(file).href}#specification`
    denyPowers(window.webContents)
    window.webContents.session.webRequest.onBeforeRequest(({ url }, answer) =>
      answer({ cancel: url.split('#')[0] !== page.split('#')[0] && !url.startsWith('data:') }),
    )
    await writeFile(file, html)
    await window.loadURL(page)
    return new Uint8Array(
      await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true }),
    )
  } finally {
    window.destroy()
    await rm(folder, { recursive: true, force: true })
  }
}

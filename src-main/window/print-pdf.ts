import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BrowserWindow } from 'electron'
import { denyPowers } from './deny-powers.ts'

/** CSS pixels per inch, and the longest side a PDF page may have in inches. */
const PER_INCH = 96
const MOST_INCHES = 190

/**
 * Prints a picture as one page of vectors in a hidden window that runs no script, has a session of its own and reaches
 * nothing but the one page.
 */
export async function printPdf(svg: string, size: { width: number; height: number }): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-print-'))
  const file = join(folder, 'page.html')
  const window = new BrowserWindow({
    show: false,
    webPreferences: { partition: 'print', sandbox: true, javascript: false, webviewTag: false },
  })
  try {
    const page = pathToFileURL(file).href
    denyPowers(window.webContents)
    window.webContents.session.webRequest.onBeforeRequest(({ url }, answer) =>
      answer({ cancel: url !== page }),
    )
    const scale = Math.min(1, (MOST_INCHES * PER_INCH) / Math.max(size.width, size.height))
    const [width, height] = [(size.width * scale) / PER_INCH, (size.height * scale) / PER_INCH]
    await writeFile(file, pageOf(svg, width, height))
    await window.loadURL(page)
    const pdf = await window.webContents.printToPDF({
      pageSize: { width, height },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      printBackground: true,
      pageRanges: '1',
    })
    return new Uint8Array(pdf)
  } finally {
    window.destroy()
    await rm(folder, { recursive: true, force: true })
  }
}

function pageOf(svg: string, width: number, height: number): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Flow</title><style>@page { size: ${width}in ${height}in; margin: 0 } html, body { margin: 0 } svg { display: block; width: ${width}in; height: ${height}in }</style>
</head><body>${svg}</body></html>`
}

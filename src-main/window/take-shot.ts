import { writeFile } from 'node:fs/promises'
import type { BrowserWindow } from 'electron'
import type { Shot } from '../command-line.ts'

/** How long a page may take to say that it is ready. */
const LONGEST_MS = 30_000

/** Resolves in the page when the first picture is complete: the mark is set, every pane and the fonts are there, two frames are drawn. */
const READY = `new Promise((resolve) => {
  const settle = () => document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))
  const isReady = () => document.querySelector('[data-ready="true"]') !== null && !document.querySelector('[data-loading]')
  if (isReady()) return settle()
  const seen = new MutationObserver(() => {
    if (!isReady()) return
    seen.disconnect()
    settle()
  })
  seen.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready'] })
})`

const MOST_FRAMES = 200
const NEXT_FRAME = 'new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))'

/** Writes a PNG of the window once the page says that it is ready; rejects with a sentence for people. */
export async function takeShot(window: BrowserWindow, { file, width, height }: Shot): Promise<void> {
  window.setContentSize(width, height)
  window.show()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The window was not ready after ${LONGEST_MS / 1000} s.`)),
      LONGEST_MS,
    )
  })
  await Promise.race([window.webContents.executeJavaScript(READY), late]).finally(() => clearTimeout(timer))
  let picture = await window.webContents.capturePage()
  // Ready is not always painted: on a busy machine the first pictures can be empty.
  for (let frame = 0; picture.isEmpty() && frame < MOST_FRAMES; frame += 1) {
    await window.webContents.executeJavaScript(NEXT_FRAME)
    picture = await window.webContents.capturePage()
  }
  if (picture.isEmpty()) throw new Error('The window gave an empty picture.')
  await writeFile(file, picture.toPNG())
}

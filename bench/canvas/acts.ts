import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { median, type Ratio, type Row, ratio } from '../report.ts'
import { gridBot, seedLibrary } from './grid-bot.ts'
import { launchParley, openFromLibrary } from './subjects.ts'

const COUNTS = [3000, 10_000] as const
const ROUNDS = 3
const KEYS = 20
const UNDOS = 10
/** Of a bot with one block. */
const MOST_OPEN: Readonly<Record<number, number>> = { 3000: 2, 10000: 3 }
const MOST_KEY = 1.5
const MOST_UNDO = 2
const MOST_HEAP = 4096

type Acts = Readonly<{ openMs: number; keyMs: number; undoMs: number; heap: number }>

/** What a person does in a large bot beside the same in one of a single block: opening it, a key, an undo, and its memory. */
export async function measureActs(rows: Row[], ratios: Ratio[]): Promise<void> {
  const small = await actsIn(1, rows)
  for (const count of COUNTS) {
    const large = await actsIn(count, rows)
    const add = (name: string, value: number, most: number) =>
      ratios.push(ratio(`${count} blocks: ${name}`, value, 'lower', most))
    add('opening, of a bot with one block', large.openMs / small.openMs, MOST_OPEN[count] ?? 3)
    add('a key in the inspector, of the same there', large.keyMs / small.keyMs, MOST_KEY)
    add('an undo, of the same there', large.undoMs / small.undoMs, MOST_UNDO)
    add('bytes of heap for each block', (large.heap - small.heap) / count, MOST_HEAP)
  }
}

/** Each round is another start of the app; the library itself and another bot are shown before. */
async function actsIn(count: number, rows: Row[]): Promise<Acts> {
  console.log(`acts in ${count} blocks …`)
  const rounds: Acts[] = []
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await oneRound(count))
  const of = (what: keyof Acts) => median(rounds.map(acts => acts[what]))
  const acts = { openMs: of('openMs'), keyMs: of('keyMs'), undoMs: of('undoMs'), heap: of('heap') }
  const subject = `Parley, ${count} blocks`
  rows.push({ subject, metric: 'opened from the library', value: acts.openMs, unit: 'ms' })
  rows.push({ subject, metric: 'key to picture', value: acts.keyMs, unit: 'ms' })
  rows.push({ subject, metric: 'undo to picture', value: acts.undoMs, unit: 'ms' })
  rows.push({ subject, metric: 'heap', value: acts.heap / 1024 / 1024, unit: 'MB' })
  return acts
}

async function oneRound(count: number): Promise<Acts> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  // The first of the library is opened at the start, and what is asked of the second is then not the program's own loading.
  seedLibrary(folder, [gridBot('grid', count), gridBot('first', 1)])
  const { app, page, cdp } = await launchParley(folder)
  try {
    await openFromLibrary(page, 'first')
    await page.keyboard.press('Control+o')
    const openMs = await openFromLibrary(page, 'grid')
    await page.keyboard.press('Control+0')
    // What the checks remember is part of what an open bot takes.
    await page.locator('[data-checked="true"]').waitFor()
    const heap = await heapOf(cdp)
    const keyMs = await keys(page)
    const undoMs = await undos(page)
    return { openMs, keyMs, undoMs, heap }
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize
}

/** Each is a letter in the first field of a block. */
async function keys(page: Page): Promise<number> {
  await page.locator('.react-flow').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.locator('[data-inspector] :focus').waitFor()
  return toPicture(page, KEYS, () => page.keyboard.press('x'))
}

/** Each takes away a block that was made by duplicating. */
async function undos(page: Page): Promise<number> {
  await page.locator('.react-flow').focus()
  for (let step = 0; step < UNDOS; step += 1) await page.keyboard.press('Control+d')
  return toPicture(page, UNDOS, () => page.keyboard.press('Control+z'))
}

/** From a key to the picture that comes after it, milliseconds; the median of many, each after a rest. */
async function toPicture(page: Page, times: number, press: () => Promise<void>): Promise<number> {
  const taken: number[] = []
  for (let at = 0; at < times; at += 1) {
    await page.evaluate(() => {
      const shown = new Promise<number>(resolve => {
        const begin = ({ timeStamp }: KeyboardEvent) => {
          window.removeEventListener('keydown', begin, true)
          requestAnimationFrame(() => {
            const channel = new MessageChannel()
            channel.port1.onmessage = () => resolve(performance.now() - timeStamp)
            channel.port2.postMessage(null)
          })
        }
        window.addEventListener('keydown', begin, true)
      })
      Object.assign(window, { shown })
    })
    await press()
    taken.push(await page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown))
    await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve)))
  }
  return median(taken)
}

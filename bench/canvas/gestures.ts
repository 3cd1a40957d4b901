import type { CDPSession, Page } from '@playwright/test'
import { BLOCK, CELL, columnsOf } from './grid.ts'
import type { View } from './pages/contract.ts'

type Point = Readonly<{ x: number; y: number }>

/** What a subject is handled by. */
export type Handling = Readonly<{
  /** The button that pans when it is pressed beside everything. */
  panButton: 'left' | 'middle'
  /** The key that is held while the wheel zooms, where one is needed. */
  wheelKey?: 'Control'
  /** Pixels of a step of the wheel; thirty of them go from 100 % far out. */
  wheelStep: number
  /** The size of a cell of the grid, and places in it. */
  cell: Readonly<{ width: number; height: number }>
  onBlock: Point
  beside: Point
}>

/** For those whose blocks have the common size. */
export const GRID_PLACES: Omit<Handling, 'panButton'> = {
  wheelStep: 40,
  cell: CELL,
  onBlock: { x: 100, y: 18 },
  beside: { x: CELL.width - 40, y: BLOCK.height + 30 },
}

/** One subject in its window, ready to be handled as a person handles it. */
export type Bench = Handling & Readonly<{ page: Page; cdp: CDPSession; count: number; view(): Promise<View> }>

/** Frames a second, and milliseconds the main thread was busy for each of them. */
export type Frames = Readonly<{ fps: number; busyMs: number }>

const MOVES = 60
const WHEEL_STEPS = 30

/** The page is moved around a loop of ±220 × 180 pixels. */
export async function pan(bench: Bench): Promise<Frames> {
  const start = await placeOf(bench, bench.beside)
  await bench.page.mouse.move(start.x, start.y)
  await bench.page.mouse.down({ button: bench.panButton })
  const frames = await measured(bench, () => loop(bench, start))
  await bench.page.mouse.up({ button: bench.panButton })
  return frames
}

/** One block is moved around the same loop. */
export async function drag(bench: Bench): Promise<Frames> {
  const start = await placeOf(bench, bench.onBlock)
  await bench.page.mouse.move(start.x, start.y)
  await bench.page.mouse.down()
  const frames = await measured(bench, () => loop(bench, start))
  await bench.page.mouse.up()
  return frames
}

/** From 100 % far out and back, at the middle of the page. */
export async function zoom(bench: Bench): Promise<Frames> {
  await toMiddle(bench)
  return measured(bench, async () => {
    for (const step of [1, -1] as const) for (let at = 0; at < WHEEL_STEPS; at += 1) await wheel(bench, step)
  })
}

/** Zooms until the flow is at this scale, within a few percent. */
export async function zoomTo(bench: Bench, wanted: number): Promise<void> {
  await toMiddle(bench)
  for (let tries = 0; tries < 200; tries += 1) {
    const { zoom: now } = await bench.view()
    if (Math.abs(now / wanted - 1) < 0.06) return
    await wheel(bench, now > wanted ? 1 : -1)
    await bench.page.evaluate(() => new Promise(requestAnimationFrame))
  }
  throw new Error(`the flow cannot be shown at ${wanted * 100} %`)
}

async function wheel({ page, wheelKey, wheelStep }: Bench, outwards: 1 | -1): Promise<void> {
  if (wheelKey) await page.keyboard.down(wheelKey)
  await page.mouse.wheel(0, outwards * wheelStep)
  if (wheelKey) await page.keyboard.up(wheelKey)
}

async function toMiddle({ page }: Bench): Promise<void> {
  const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  await page.mouse.move(size.width / 2, size.height / 2)
}

async function loop({ page }: Bench, { x, y }: Point): Promise<void> {
  for (let move = 1; move <= MOVES; move += 1) {
    const angle = (move / MOVES) * 2 * Math.PI
    await page.mouse.move(x + 220 * Math.sin(angle), y + 180 * (1 - Math.cos(angle)) * 0.5)
  }
}

/** A place in the cell of a block near the middle of the page. */
async function placeOf(bench: Bench, offset: Point): Promise<Point> {
  const { left, top, zoom: scale } = await bench.view()
  const size = await bench.page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  const columns = columnsOf(bench.count)
  const { cell } = bench
  const at = (middle: number, from: number, length: number) =>
    Math.min(columns - 2, Math.max(0, Math.floor((middle - from) / scale / length)))
  const column = at(size.width / 2, left, cell.width)
  const row = at(size.height / 2, top, cell.height)
  const x = left + (column * cell.width + offset.x) * scale
  const y = top + (row * cell.height + offset.y) * scale
  if (x < 0 || y < 0 || x > size.width || y > size.height) throw new Error('no block is in view')
  return { x, y }
}

async function measured({ page, cdp }: Bench, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const meter = { frames: 0, from: performance.now(), isOn: true }
    Object.assign(window, { frameMeter: meter })
    const tick = () => {
      meter.frames += 1
      if (meter.isOn) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  const before = await busySeconds(cdp)
  await act()
  const after = await busySeconds(cdp)
  const { frames, ms } = await page.evaluate(() => {
    const { frameMeter } = window as unknown as {
      frameMeter: { frames: number; from: number; isOn: boolean }
    }
    frameMeter.isOn = false
    return { frames: frameMeter.frames, ms: performance.now() - frameMeter.from }
  })
  return { fps: (frames / ms) * 1000, busyMs: ((after - before) * 1000) / frames }
}

/** Seconds the main thread of the page has worked so far. */
export async function busySeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
}

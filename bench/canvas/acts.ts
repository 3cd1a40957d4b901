import type { CDPSession, Page } from '@playwright/test'
import { busySeconds } from './gestures.ts'
import { openFromLibrary } from './subjects.ts'

/** Milliseconds the page worked for one act, with all that follows within half a second: the later checks as well. */
async function busyMs({ page, cdp }: Handle, times: number, act: () => Promise<void>): Promise<number> {
  const before = await busySeconds(cdp)
  for (let time = 0; time < times; time += 1) await act()
  await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve)))
  return ((await busySeconds(cdp)) - before) * (1000 / times)
}

type Handle = Readonly<{ page: Page; cdp: CDPSession }>

export type Acts = Readonly<{ openMs: number; heapBytes: number; keyMs: number; undoMs: number }>

const KEYS = 40
const UNDOS = 10

/** Opens a bot from the library and does in it what people do all day. */
export async function measureActs(handle: Handle, name: string): Promise<Acts> {
  const { page, cdp } = handle
  const openMs = await openFromLibrary(page, name)
  await page.keyboard.press('Control+0')
  // The entry is in view in every bot; its title is a field of every block.
  await page.locator('.react-flow__node').first().click()
  const field = page.locator('[data-inspector] textarea, [data-inspector] input').first()
  await field.click()
  const keyMs = await busyMs(handle, KEYS, () => page.keyboard.press('a'))
  await page.keyboard.press('Escape')
  await page.locator('.react-flow').first().focus()
  for (let edit = 0; edit < UNDOS; edit += 1) await page.keyboard.press('Control+d')
  const undoMs = await busyMs(handle, UNDOS, () => page.keyboard.press('Control+z'))
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return { openMs, heapBytes: usedSize, keyMs, undoMs }
}

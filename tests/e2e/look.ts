import { join } from 'node:path'
import { resize, type Window } from './window.ts'

/** `PARLEY_E2E_LOOK=folder` keeps pictures of what is shown, to be judged by eye. */
export async function look(window: Window, name: string): Promise<void> {
  const folder = process.env.PARLEY_E2E_LOOK
  if (!folder) return
  for (const [width, height] of [
    [1920, 1080],
    [1280, 800],
  ] as const) {
    await resize(window, width, height)
    for (const theme of ['dark', 'light']) {
      await window.page.evaluate(
        `document.documentElement.dataset.mantineColorScheme = '${theme}'; undefined`,
      )
      await window.page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`) })
    }
  }
}

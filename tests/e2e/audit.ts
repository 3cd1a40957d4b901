import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Options = Readonly<{ resultTypes: ['violations']; preload: false; runOnly?: string[] }>
type Found = Readonly<{
  id: string
  impact: string | null
  nodes: { html: string; failureSummary?: string }[]
}>
type Axe = Readonly<{ run: (scope: string, options: Options) => Promise<{ violations: Found[] }> }>

/**
 * Looks for faults that keep people from using what is shown in `scope` (a CSS selector): everything in the light
 * theme, and the contrasts in the dark one. Serious and critical ones fail the test, each with its place.
 */
export async function audit(page: Page, where: string, scope = 'html'): Promise<void> {
  // By the debugger's own door: the page's policy lets no script in, and that stays as it is.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${AXE}; undefined`)
  const [light, dark] = await page.evaluate(inBothThemes, scope)
  expect.soft({ light: serious(light), dark: serious(dark) }, where).toEqual({ light: [], dark: [] })
}

/** Runs in the page. The theme is one attribute: setting it here spares the page two changes of its system's. */
async function inBothThemes(scope: string): Promise<[Found[], Found[]]> {
  const { axe } = window as unknown as { axe: Axe }
  const root = document.documentElement
  const options: Options = { resultTypes: ['violations'], preload: false }
  const light = await axe.run(scope, options)
  root.dataset.mantineColorScheme = 'dark'
  const dark = await axe.run(scope, { ...options, runOnly: ['color-contrast'] })
  root.dataset.mantineColorScheme = 'light'
  return [light.violations, dark.violations]
}

function serious(found: readonly Found[]): string[] {
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
}

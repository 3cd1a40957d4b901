import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with a page, as the rule and the first place. */
export async function accessibilityProblems(page: Page | Frame): Promise<unknown[]> {
  // The page's own policy would refuse a script from outside; the debugger's does not ask it.
  await page.evaluate(AXE)
  const found = await page.evaluate('axe.run({ resultTypes: ["violations"] })')
  return (found as { violations: { id: string; nodes: { html: string }[] }[] }).violations.map(
    ({ id, nodes }) => [id, nodes[0]?.html],
  )
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { build } from '../../scripts/build.ts'
import { resolveChromium } from '../../scripts/chromium.ts'
import { REPO_ROOT } from '../../scripts/repo-root.ts'
import { reviewFile } from '../../src-shared/review-file/review-file.ts'
import { gridBot } from '../canvas/grid-bot.ts'
import { machine, median, type Report, ratio } from '../report.ts'

const BLOCKS = 500
const ROUNDS = 21
const CONTENT = /<script type="application\/json" id="content">[\s\S]*?<\/script>\n/

/**
 * From the beginning of the navigation to the first picture of a usable canvas: the review file of a bot of 500 blocks,
 * with a version before in which every tenth block was otherwise, against the same file without its content, which runs
 * the same program and says that there is nothing. From disk, network off; opened in turn, each in a new tab; the first
 * of each is not counted. Milliseconds, medians.
 */
export async function bench(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  await build({ only: 'review' })
  const browser = await chromium.launch({ executablePath: await resolveChromium(), args: ['--no-sandbox'] })
  try {
    const html = fileOf()
    const files = { empty: html.replace(CONTENT, ''), bot: html }
    const times = { empty: [] as number[], bot: [] as number[] }
    for (let round = 0; round <= ROUNDS; round += 1)
      for (const name of ['empty', 'bot'] as const) {
        const path = join(folder, `${name}.html`)
        if (round === 0) writeFileSync(path, files[name])
        const ms = await openMs(browser, path)
        if (round > 0) times[name].push(ms)
      }
    const [empty, bot] = [median(times.empty), median(times.bot)]
    const row = (subject: string, metric: string, value: number, unit: string) => ({
      subject,
      metric,
      value,
      unit,
    })
    return {
      name: 'review',
      machine: `${machine()}; Chromium ${browser.version()}`,
      rows: [
        row('without content', 'open to first picture', empty, 'ms'),
        row(`${BLOCKS} blocks`, 'open to usable canvas', bot, 'ms'),
        row(`${BLOCKS} blocks`, 'size', Buffer.byteLength(html) / 1e6, 'MB'),
      ],
      ratios: [ratio('opening against the page without content', bot / empty, 'lower', 2)],
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function fileOf(): string {
  const read = (name: string) => readFileSync(join(REPO_ROOT, 'out/review', name), 'utf8')
  const [document, before] = [gridBot('review', BLOCKS), gridBot('review', BLOCKS)]
  for (const [at, block] of [...document.all('block')].entries())
    if (at % 10 === 0) document.put({ ...block, title: `${block.title} anew` })
  return reviewFile(
    { document, before: { name: '0.1', document: before }, by: 'bench', at: 0 },
    { script: read('review.js'), style: read('review.css') },
  )
}

async function openMs(browser: Browser, path: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, offline: true })
  try {
    const page = await context.newPage()
    await page.goto(pathToFileURL(path).href)
    const found = await page.waitForFunction(
      () => performance.getEntriesByName('parley-usable')[0]?.startTime,
    )
    return (await found.jsonValue()) ?? Number.NaN
  } finally {
    await context.close()
  }
}

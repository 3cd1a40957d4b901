import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { spawnNodeRed } from '../peers/spawn-node-red.ts'
import type { Handling } from './gestures.ts'
import { gridLinks, gridNodes, PORTS } from './grid.ts'
import type { View } from './pages/contract.ts'
import { openWindow, type Subject } from './subjects.ts'

/** Its workspace is 8,000 pixels square, so its grid is denser than that of the others; its nodes say their title only. */
const CELL = { width: 240, height: 100 } as const
const HALF = { width: 60, height: 30 } as const

const HANDLING: Handling = {
  panButton: 'middle',
  wheelKey: 'Control',
  wheelStep: 4,
  cell: CELL,
  onBlock: { x: HALF.width, y: HALF.height },
  beside: { x: CELL.width - 40, y: CELL.height - 12 },
}

/** The editor of Node-RED on the same flow of function nodes, which are shown and not run. */
export function nodeRed(folder: string): Subject {
  return {
    name: 'Node-RED',
    async open(count) {
      const server = await spawnNodeRed({
        red: join(folder, 'node_modules/node-red/red.js'),
        flow: flowOf(count),
        settings: { editorTheme: { tours: false }, telemetry: { enabled: false } },
        args: ['--safe'],
        isUp: async url => (await fetch(url)).ok,
      })
      const { page, cdp, close } = await openWindow(server.url)
      await page.waitForFunction(isShown, count, { timeout: 120_000 })
      await page.evaluate(
        () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      )
      const openMs = await page.evaluate(() => performance.now())
      return {
        ...{ page, cdp, count, openMs, ...HANDLING },
        view: () => viewOf(page),
        async close() {
          await close()
          await server.stop()
        },
      }
    },
  }
}

function flowOf(count: number): readonly object[] {
  const links = gridLinks(count)
  return [
    { id: 'tab', type: 'tab', label: 'Grid' },
    ...gridNodes(count, CELL).map(({ index, x, y, title }) => ({
      ...{ id: `n${index}`, type: 'function', z: 'tab', name: title, func: 'return msg' },
      ...{ outputs: PORTS.length, x: x + HALF.width, y: y + HALF.height },
      wires: PORTS.map((_, at) => links.filter(link => link.from === index && link.port === at).map(to)),
    })),
  ]
}

function to(link: { to: number }): string {
  return `n${link.to}`
}

type Red = Readonly<{ nodes?: { filterNodes(of: object): unknown[] }; view: { scale(): number } }>

/** Runs in its page. */
function isShown(count: number): boolean {
  const { RED } = window as unknown as { RED?: Red }
  const shown = document.querySelectorAll('.red-ui-flow-node-group').length
  return RED?.nodes?.filterNodes({ z: 'tab' }).length === count && shown === count
}

function viewOf(page: Page): Promise<View> {
  return page.evaluate(() => {
    const chart = document.getElementById('red-ui-workspace-chart')
    const { RED } = window as unknown as { RED: Red }
    const { left = 0, top = 0 } = chart?.getBoundingClientRect() ?? {}
    return {
      left: left - (chart?.scrollLeft ?? 0),
      top: top - (chart?.scrollTop ?? 0),
      zoom: RED.view.scale(),
    }
  })
}

import { ensureDisplay } from '../../scripts/launch-electron.ts'
import { installPeers, PEERS } from '../peers/install-peers.ts'
import { machine, median, type Ratio, type Report, type Row, ratio } from '../report.ts'
import { measureActs } from './acts.ts'
import { drag, type Frames, pan, zoom, zoomTo } from './gestures.ts'
import { nodeRed } from './node-red.ts'
import { servePages } from './serve-pages.ts'
import { pageSubject, parley, type Subject } from './subjects.ts'

const COUNTS = [1000, 3000, 10_000] as const
const ROUNDS = 3
const FAR = 0.25

const GESTURES = ['pan', 'drag', 'zoom', 'pan at 25 %'] as const
type Gesture = (typeof GESTURES)[number]
/** Of the bare canvas's frame rate. */
const GOALS: Readonly<Record<Gesture, number>> = { pan: 0.9, drag: 0.9, zoom: 0.85, 'pan at 25 %': 0.9 }

/**
 * The canvas of Parley beside a bare canvas, which is the limit of the machine, and beside other editors' parts: frames
 * a second while a person pans, drags a block and zooms, on the same flow in the same Electron with the same flags.
 */
export async function bench(): Promise<Report> {
  const display = await ensureDisplay()
  const hasPeers = installPeers() !== null
  const pages = await servePages(['bare-canvas', 'react-flow', ...(hasPeers ? ['litegraph'] : [])])
  const page = (name: string, file: string, variant = 'plain') =>
    pageSubject(name, count => `${pages.url}/${file}.html?blocks=${count}&variant=${variant}`)
  const bare = page('bare canvas', 'bare-canvas')
  const others = [
    { subject: page('React Flow, plain', 'react-flow'), most: 3000 },
    { subject: page('React Flow, visible only', 'react-flow', 'visible'), most: 3000 },
    ...(hasPeers
      ? [
          // At 3,000 blocks it took over two minutes to be ready.
          { subject: page('litegraph.js', 'litegraph'), most: 1000 },
          // More do not find room in its workspace at this distance.
          { subject: nodeRed(PEERS), most: 1000 },
        ]
      : []),
  ]
  const rows: Row[] = []
  const ratios: Ratio[] = []
  try {
    await measureActs(rows, ratios)
    for (const count of COUNTS) {
      const limit = await measure(bare, count, ROUNDS, rows)
      const own = await measure(parley, count, ROUNDS, rows)
      for (const gesture of GESTURES)
        ratios.push(
          ratio(
            `${count} blocks: ${gesture}, of the bare canvas`,
            own[gesture] / limit[gesture],
            'higher',
            GOALS[gesture],
          ),
        )
      // They take minutes at the largest size, and are here to be compared at ordinary ones.
      for (const { subject, most } of others) if (count <= most) await measure(subject, count, 1, rows)
    }
  } finally {
    pages.close()
    display?.stop()
  }
  return { name: 'canvas', machine: machine(), rows, ratios }
}

async function measure(
  subject: Subject,
  count: number,
  rounds: number,
  rows: Row[],
): Promise<Readonly<Record<Gesture, number>>> {
  console.log(`${subject.name}: ${count} blocks …`)
  const opened = await subject.open(count)
  try {
    const frames = new Map<Gesture, Frames[]>(GESTURES.map(gesture => [gesture, []]))
    for (let round = 0; round < rounds; round += 1) {
      await zoomTo(opened, 1)
      frames.get('pan')?.push(await pan(opened))
      frames.get('drag')?.push(await drag(opened))
      frames.get('zoom')?.push(await zoom(opened))
      await zoomTo(opened, FAR)
      frames.get('pan at 25 %')?.push(await pan(opened))
    }
    const name = `${subject.name}, ${count} blocks`
    rows.push({ subject: name, metric: 'opened', value: opened.openMs, unit: 'ms' })
    const fps = Object.fromEntries(
      [...frames].map(([gesture, all]) => {
        const value = median(all.map(frame => frame.fps))
        rows.push({ subject: name, metric: gesture, value, unit: 'frames/s' })
        rows.push({
          subject: name,
          metric: `${gesture}, busy`,
          value: median(all.map(f => f.busyMs)),
          unit: 'ms/frame',
        })
        return [gesture, value]
      }),
    )
    return fps as Record<Gesture, number>
  } finally {
    await opened.close()
  }
}

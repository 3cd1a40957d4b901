import { once } from 'node:events'
import { type Ratio, type Row, ratio } from '../report.ts'
import { benchBot } from '../runtime/bench-bot.ts'
import { load } from './load.ts'
import { BOT, signed } from './senders.ts'
import { publish, spawnEngine } from './spawn-engine.ts'
import type { Spawned } from './spawn-server.ts'

const FEW = 10_000
const MANY = 100_000
const BATCH_SECONDS = 1

/** Resident memory of an engine with 10,000 conversations that wait for their contact, and with 100,000. */
export async function idleGrowth(dataFolder: string): Promise<Readonly<{ rows: Row[]; ratios: Ratio[] }>> {
  const flags = ['--expose-gc', '--import', './bench/engine/probe.ts']
  const engine = await spawnEngine({ PARLEY_ENGINE_DATA: dataFolder }, flags)
  try {
    await publish(engine.url, benchBot(0))
    let people = 0
    const greet = async (until: number) => {
      while (people < until)
        await load(
          engine.url,
          () => ({
            next() {
              const contact = `idle${++people}`
              const body = JSON.stringify({ id: contact, text: 'hi' })
              return {
                path: `/v1/bots/${BOT}/conversations/${contact}/messages`,
                headers: signed(body),
                body,
              }
            },
          }),
          { seconds: BATCH_SECONDS },
        )
      return memoryOf(engine)
    }
    const few = await greet(FEW)
    const began = people
    const many = await greet(MANY)
    const each = (many - few) / (people - began)
    return {
      rows: [
        {
          subject: `Parley, ${began.toLocaleString('en')} idle conversations`,
          metric: 'memory',
          value: few / 2 ** 20,
          unit: 'MiB',
        },
        {
          subject: `Parley, ${people.toLocaleString('en')} idle conversations`,
          metric: 'memory',
          value: many / 2 ** 20,
          unit: 'MiB',
        },
        { subject: 'each of those between', metric: 'memory', value: each, unit: 'bytes' },
      ],
      ratios: [ratio('memory with ten times the conversations', many / few, 'lower', 1.25)],
    }
  } finally {
    await engine.stop()
  }
}

async function memoryOf({ process: child }: Spawned): Promise<number> {
  const answered = once(child, 'message')
  child.send('memory')
  return Number((await answered)[0])
}
